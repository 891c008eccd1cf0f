import type { AttendanceSheetView } from '@jalon/contract';
import { formatMinutes, withDe } from '@jalon/domain';
import { Button, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './sheet.module.css';
import {
  type Choices,
  minutesChosen,
  type RowValues,
  valuesOf,
  withState,
} from './sheet-values.ts';

type SheetRowView = AttendanceSheetView['rows'][number];

interface SheetRowProps {
  readonly row: SheetRowView;
  readonly choices: Choices;
  readonly slotMinutes: number;
  /** Faults by field, as the API gave them. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (values: RowValues) => void;
}

/** One learner on an open sheet: present or absent in one tap, the rest unfolds. */
export function SheetRow({ row, choices, slotMinutes, faults, onChange }: SheetRowProps) {
  const values = valuesOf(row, choices);
  const [isOpen, setOpen] = useState(false);
  const hasMore =
    values.lateMinutes > 0 || values.leftEarlyMinutes > 0 || values.justification !== '';
  const hasFault = Object.keys(faults).length > 0;
  const unfolds = values.state !== null && (isOpen || hasMore || hasFault);
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <span className={classes.who}>
          <span className={classes.name}>{row.learnerName}</span>
          <span className={classes.facts}>{sayRow(row, values, slotMinutes)}</span>
        </span>
        <fieldset className={classes.choice}>
          <legend className={classes.hidden}>{row.learnerName}</legend>
          {(['present', 'absent'] as const).map((state) => (
            <label
              key={state}
              className={classes.option}
              data-state={state}
              data-chosen={values.state === state}
            >
              <input
                type="radio"
                name={`presence-${row.enrolmentId}`}
                checked={values.state === state}
                onChange={() => onChange(withState(values, state))}
              />
              {state === 'present' ? 'Présent' : 'Absent'}
            </label>
          ))}
        </fieldset>
        <Button
          variant="subtle"
          className={classes.more ?? ''}
          data-blank={values.state === null}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={unfolds}
          aria-label={`Préciser pour ${row.learnerName}`}
        >
          Préciser
        </Button>
      </div>
      {unfolds && <Details values={values} faults={faults} onChange={onChange} />}
    </li>
  );
}

function Details({
  values,
  faults,
  onChange,
}: Pick<SheetRowProps, 'faults' | 'onChange'> & { readonly values: RowValues }) {
  const minutes = (field: 'lateMinutes' | 'leftEarlyMinutes', label: string) => (
    <NumberInput
      label={label}
      suffix=" min"
      min={0}
      step={5}
      allowDecimal={false}
      value={values[field]}
      error={faults[field]}
      onChange={(typed) => onChange({ ...values, [field]: Number(typed) || 0 })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" className={classes.details ?? ''}>
      {values.state === 'present' && minutes('lateMinutes', 'Retard')}
      {values.state === 'present' && minutes('leftEarlyMinutes', 'Départ anticipé')}
      <TextInput
        label="Justification"
        description="Sans détail médical."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={values.justification}
        error={faults.justification}
        onChange={(event) => onChange({ ...values, justification: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}

function sayRow(row: SheetRowView, values: RowValues, slotMinutes: number): string {
  if (values.state === null) return 'à noter';
  if (values.state === 'absent') return values.justification || 'absent';
  const done = formatMinutes(minutesChosen(values, slotMinutes));
  return row.isExpected ? done : `${done} · plus attendu`;
}

/** One learner on a sheet that is only read: what is recorded and what it replaced. */
export function RecordedRow({
  row,
  onCorrect,
}: {
  readonly row: SheetRowView;
  /** Without it nothing can be corrected. */
  readonly onCorrect?: (() => void) | undefined;
}) {
  const { entry, replaced } = row;
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <span className={classes.who}>
          <span className={classes.name}>{row.learnerName}</span>
          <span className={classes.facts}>{entry ? sayEntry(entry) : 'non noté'}</span>
          {replaced.map((old) => (
            <span key={old.id} className={classes.facts}>
              <s>{sayEntry(old)}</s>, remplacé
            </span>
          ))}
        </span>
        {entry && (
          <StateBadge tone={entry.state === 'present' ? 'ok' : 'bad'}>
            {entry.state === 'present' ? 'Présent' : 'Absent'}
          </StateBadge>
        )}
        {entry && onCorrect && (
          <Button
            onClick={onCorrect}
            aria-label={`Corriger la présence ${withDe(row.learnerName)}`}
          >
            Corriger
          </Button>
        )}
      </div>
    </li>
  );
}

type Entry = NonNullable<SheetRowView['entry']>;

function sayEntry(entry: Entry): string {
  const minutes = [
    entry.state === 'present' ? formatMinutes(entry.minutesDone) : 'absent',
    entry.lateMinutes > 0 ? `retard ${formatMinutes(entry.lateMinutes)}` : '',
    entry.leftEarlyMinutes > 0 ? `départ anticipé ${formatMinutes(entry.leftEarlyMinutes)}` : '',
    entry.justification ?? '',
    entry.motive ? `motif : ${entry.motive}` : '',
    `noté par ${entry.recordedBy}`,
  ];
  return minutes.filter(Boolean).join(' · ');
}
