import type { AttendanceSheetView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import classes from './sheet.module.css';
import { SheetRow } from './sheet-row.tsx';
import {
  type Choices,
  changedRows,
  type EntryBody,
  isChanged,
  valuesOf,
  withState,
} from './sheet-values.ts';

interface OpenSheetProps {
  readonly sheet: AttendanceSheetView;
  /** Past its window a trainer only signs what the office noted. */
  readonly signOnly?: boolean;
}

/** A sheet to fill, save and sign. Nothing is pre-filled; « tous présents » fills, the person saves. */
export function OpenSheet({ sheet, signOnly = false }: OpenSheetProps) {
  const filling = useFilling(sheet);
  const { choices, theirs, faults, motiveFault } = filling;
  const form = useRef<HTMLDivElement>(null);
  // A refusal lands on its field: the first faulty one is brought into sight, above the bar.
  useEffect(() => {
    if (motiveFault === null && Object.keys(faults).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults, motiveFault]);
  const pending = sheet.rows.filter((row) => isChanged(row, choices)).length;
  const missing = sheet.rows.filter(
    (row) => row.isExpected && valuesOf(row, choices).state === null,
  ).length;
  if (sheet.rows.length === 0)
    return (
      <EmptyState title="Personne n’est attendu">
        Aucun parcours ne comprend cette demi-journée, ou le module est dispensé pour tous.
      </EmptyState>
    );
  return (
    <div ref={form} className={classes.form}>
      {theirs && (
        <ConflictPanel
          fields={compareSheets(sheet, theirs, choices)}
          onKeepMine={filling.keepMine}
          onTakeTheirs={filling.takeTheirs}
          isPending={filling.isSaving}
        />
      )}
      <div className={classes.alert}>
        <ProblemAlert problem={filling.problem} />
      </div>
      {!signOnly && (
        <SectionCard
          title={countNoun(sheet.rows.length, 'personne attendue', 'personnes attendues')}
          actions={
            missing > 0 && (
              <Button onClick={filling.fillPresent}>
                {missing === sheet.rows.length ? 'Tous présents' : 'Les autres présents'}
              </Button>
            )
          }
          isFlush
        >
          <ul className={classes.rows}>
            {sheet.rows.map((row) => (
              <SheetRow
                key={row.enrolmentId}
                row={row}
                choices={choices}
                slotMinutes={sheet.slot.minutes}
                faults={faults[row.enrolmentId] ?? {}}
                onChange={(values) => filling.choose({ [row.enrolmentId]: values })}
              />
            ))}
          </ul>
        </SectionCard>
      )}
      {sheet.needsMotive && (
        <TextInput
          label="Motif de la saisie tardive"
          description="Plus de 48 heures après la demi-journée, dites pourquoi."
          required
          value={filling.motive}
          error={motiveFault}
          onChange={(event) => filling.setMotive(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        <span role="status" className={classes.saved}>
          {saySaving(sheet, pending, missing)}
        </span>
        {!signOnly && (
          <Button
            onClick={filling.save}
            loading={filling.isSaving}
            disabled={pending === 0}
            variant={pending > 0 ? 'filled' : 'default'}
          >
            Enregistrer
          </Button>
        )}
        {sheet.canSign && (
          <Button
            onClick={filling.sign}
            loading={filling.isSigning}
            disabled={pending > 0 || missing > 0}
            variant={pending === 0 && missing === 0 ? 'filled' : 'default'}
          >
            {missing > 0 ? `Clore et signer (encore ${missing})` : 'Clore et signer'}
          </Button>
        )}
      </div>
    </div>
  );
}

function saySaving(sheet: AttendanceSheetView, pending: number, missing: number): string {
  if (pending > 0) return `${countNoun(pending, 'changement')} à enregistrer`;
  if (missing > 0)
    return sheet.rows.some(({ entry }) => entry !== null)
      ? 'Tout ce que vous avez noté est enregistré.'
      : 'Rien n’est encore noté.';
  if (!sheet.canSign) return 'Tout est enregistré. Le formateur signe.';
  if (sheet.state !== 'open') return 'Tout est enregistré. Il ne manque que votre signature.';
  return 'Tout est enregistré. Vous pouvez signer à la fin de la demi-journée.';
}

type Faults = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is being filled on a sheet, and how it is saved and signed. */
function useFilling(sheet: AttendanceSheetView) {
  const record = useWrite('PUT /slots/:slotId/attendance');
  const close = useWrite('POST /slots/:slotId/attendance/signature');
  const [choices, setChoices] = useState<Choices>({});
  const [motive, setMotive] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [motiveFault, setMotiveFault] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<AttendanceSheetView | null>(null);
  useUnsavedGuard(sheet.rows.some((row) => isChanged(row, choices)));
  const params = { slotId: sheet.slot.id };
  const choose = (more: Choices) => setChoices((known) => ({ ...known, ...more }));
  const land = (error: unknown, rows: readonly EntryBody[]) => {
    const refusal = toProblem(error);
    if (refusal.code === 'edited_meanwhile') {
      setTheirs(refusal.current as AttendanceSheetView);
      return;
    }
    setFaults(faultsByRow(refusal.errors, rows));
    setMotiveFault(refusal.errors.find(({ pointer }) => pointer === '/motive')?.message ?? null);
    const isLanded = ({ pointer }: { readonly pointer: string }) =>
      pointer === '/motive' || /^\/rows\/\d+\/(late|leftEarly|justification)/.test(pointer);
    const isAllLanded = refusal.errors.length > 0 && refusal.errors.every(isLanded);
    setProblem(isAllLanded ? null : error);
  };
  const send = async (base: AttendanceSheetView) => {
    const rows = changedRows(base, choices);
    setProblem(null);
    setFaults({});
    setMotiveFault(null);
    setTheirs(null);
    if (rows.length === 0) return;
    try {
      await record.mutateAsync({ params, body: { rows, motive: motive || null } });
      setChoices({});
      notifyDone('Les présences sont enregistrées.');
    } catch (error) {
      land(error, rows);
    }
  };
  const sign = async () => {
    setProblem(null);
    const entryIds = sheet.rows.flatMap(({ entry }) => (entry ? [entry.id] : []));
    try {
      await close.mutateAsync({ params, body: { entryIds } });
      notifyDone('La feuille est signée.');
    } catch (error) {
      land(error, []);
    }
  };
  return {
    choices,
    motive,
    setMotive,
    motiveFault,
    problem,
    faults,
    theirs,
    choose,
    fillPresent: () =>
      choose(
        Object.fromEntries(
          sheet.rows
            .map((row) => ({ row, values: valuesOf(row, choices) }))
            .filter(({ row, values }) => row.isExpected && values.state === null)
            .map(({ row, values }) => [row.enrolmentId, withState(values, 'present')]),
        ),
      ),
    save: () => send(sheet),
    sign,
    /** Mine over theirs: the same choices, on the entries that stand now. */
    keepMine: () => theirs && send(theirs),
    takeTheirs: () => {
      setChoices({});
      setTheirs(null);
    },
    isSaving: record.isPending,
    isSigning: close.isPending,
  };
}

/** `/rows/2/lateMinutes` lands on the third row that was sent. */
function faultsByRow(
  errors: readonly { readonly pointer: string; readonly message: string }[],
  rows: readonly EntryBody[],
): Faults {
  const faults: Record<string, Record<string, string>> = {};
  for (const { pointer, message } of errors) {
    const [, list, index, field] = pointer.split('/');
    const row = list === 'rows' ? rows[Number(index)] : undefined;
    if (!row || !field) continue;
    faults[row.enrolmentId] = { ...faults[row.enrolmentId], [field]: message };
  }
  return faults;
}

function compareSheets(mine: AttendanceSheetView, theirs: AttendanceSheetView, choices: Choices) {
  return mine.rows.map((row) => {
    const other = theirs.rows.find(({ enrolmentId }) => enrolmentId === row.enrolmentId);
    return {
      label: row.learnerName,
      mine: sayValues(valuesOf(row, choices)),
      theirs: other ? sayValues(valuesOf(other, {})) : 'plus attendu',
    };
  });
}

function sayValues(values: ReturnType<typeof valuesOf>): string {
  if (values.state === null) return 'à noter';
  if (values.state === 'absent') return 'absent';
  const late = values.lateMinutes > 0 ? `, retard ${values.lateMinutes} min` : '';
  const early = values.leftEarlyMinutes > 0 ? `, parti ${values.leftEarlyMinutes} min avant` : '';
  return `présent${late}${early}`;
}
