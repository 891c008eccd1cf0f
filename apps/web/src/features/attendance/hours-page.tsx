import type { Answer } from '@jalon/contract';
import { countNoun, formatLongDay, formatMinutes, formatTime } from '@jalon/domain';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useParam } from '../../lib/use-param.ts';
import classes from './hours.module.css';

type Hours = Answer<'GET /enrolments/:enrolmentId/hours'>;
type Block = Hours['blocks'][number];

export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/hours', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {(hours) => <LearnerHours enrolmentId={enrolmentId} hours={hours} />}
    </WhenRead>
  );
}

function LearnerHours({
  enrolmentId,
  hours,
}: {
  readonly enrolmentId: string;
  readonly hours: Hours;
}) {
  const [block, setBlock] = useState<string | null>(null);
  const { total, rate, learnerName, cohort, unrecorded } = hours;
  const rows = listRows(hours).filter((row) => block === null || row.blockCode === block);
  return (
    <>
      <PageHeader
        title={`${learnerName} a fait ${formatMinutes(total.done)} sur ${formatMinutes(total.due)}`}
        overline={`Heures · ${cohort.name}`}
      />
      <LearnerTabs enrolmentId={enrolmentId} />
      <SectionCard>
        <KeyFigures
          figures={[
            { label: 'Heures faites', value: formatMinutes(total.done) },
            { label: 'Heures dues', value: formatMinutes(total.due) },
            ...(total.unsigned > 0
              ? [{ label: 'Notées, à signer', value: formatMinutes(total.unsigned) }]
              : []),
            { label: 'Dispensées', value: formatMinutes(total.waived) },
            { label: 'Assiduité', value: sayRate(rate) },
          ]}
        />
        <p className={classes.note}>
          L’assiduité compte les créneaux attendus et passés :{' '}
          {formatMinutes(hours.attendedMinutes)} sur {formatMinutes(hours.expectedMinutes)}.
          {total.unsigned > 0 &&
            ` ${formatMinutes(total.unsigned)} notées, à signer : elles compteront dès que le formateur aura signé la feuille.`}
          {unrecorded.length > 0 &&
            ` ${countNoun(unrecorded.length, 'demi-journée')} sans émargement.`}
        </p>
      </SectionCard>
      <SectionCard title="Par bloc et module" isFlush>
        {hours.blocks.map((one) => (
          <BlockHours
            key={one.blockCode}
            block={one}
            isChosen={block === one.blockCode}
            onChoose={() => setBlock(block === one.blockCode ? null : one.blockCode)}
          />
        ))}
      </SectionCard>
      <SectionCard title={block === null ? 'Demi-journées' : `Demi-journées du bloc ${block}`}>
        <DataList
          label="Demi-journées"
          rows={rows}
          rowKey={({ key }) => key}
          columns={columns}
          empty={
            <EmptyState title="Aucune demi-journée passée">
              Chaque demi-journée attendue s’affiche ici, avec ce qui y a été noté.
            </EmptyState>
          }
        />
      </SectionCard>
    </>
  );
}

function BlockHours({
  block,
  isChosen,
  onChoose,
}: {
  readonly block: Block;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { blockCode, name, due, done, waived, unsigned, modules, evaluation } = block;
  return (
    <div className={classes.block}>
      <button
        type="button"
        className={classes.head}
        aria-pressed={isChosen}
        onClick={onChoose}
        title="Voir ses demi-journées"
      >
        <strong>
          {blockCode} · {name}
        </strong>
        <ProgressLine done={done} total={due} label={`Heures du bloc ${blockCode}`}>
          {formatMinutes(done)} sur {formatMinutes(due)}
          {waived > 0 ? `, ${formatMinutes(waived)} dispensées` : ''}
          {unsigned > 0 ? `, ${formatMinutes(unsigned)} notées, à signer` : ''}
        </ProgressLine>
      </button>
      <ul className={classes.modules}>
        {modules.map((module) => (
          <li key={module.moduleCode}>
            <span>{module.name}</span>
            <span>{sayHours(module)}</span>
          </li>
        ))}
        {evaluation.due > 0 && (
          <li>
            <span>Évaluation</span>
            <span>{sayHours(evaluation)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}

const sayHours = ({ due, done, waived, unsigned }: Block['evaluation']): string => {
  const toSign = unsigned > 0 ? `, ${formatMinutes(unsigned)} à signer` : '';
  if (due === 0 && waived > 0) return `dispensé${toSign}`;
  return `${formatMinutes(done)} sur ${formatMinutes(due)}${toSign}`;
};

const sayRate = (rate: number | null): string =>
  rate === null ? '—' : `${(rate * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;

interface Row {
  readonly key: string;
  readonly slotId: string;
  readonly date: string;
  readonly startsAt: number;
  readonly slotMinutes: number;
  readonly blockCode: string;
  readonly name: string;
  readonly word: string;
  readonly tone: 'ok' | 'bad' | 'warn';
  readonly minutesDone: number;
  readonly facts: string;
}

/** Recorded half-days and those that carry nothing, in one list. */
function listRows({ recorded, unrecorded }: Hours): readonly Row[] {
  const noted = recorded.map(
    (row): Row => ({
      ...row,
      key: row.attendanceId,
      word: row.state === 'present' ? 'Présent' : 'Absent',
      tone: row.state === 'present' ? 'ok' : 'bad',
      facts: [
        row.lateMinutes > 0 ? `retard ${formatMinutes(row.lateMinutes)}` : '',
        row.leftEarlyMinutes > 0 ? `départ anticipé ${formatMinutes(row.leftEarlyMinutes)}` : '',
        row.justification ?? '',
        row.motive ? `motif : ${row.motive}` : '',
        row.isSigned ? `signée par ${row.trainerName ?? ''}` : 'à signer',
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  );
  const blank = unrecorded.map(
    (slot): Row => ({
      ...slot,
      key: slot.slotId,
      slotMinutes: slot.minutes,
      word: 'Non noté',
      tone: 'warn',
      minutesDone: 0,
      facts: 'rien n’est émargé',
    }),
  );
  return [...noted, ...blank].sort(
    (a, b) => b.date.localeCompare(a.date) || b.startsAt - a.startsAt,
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: 'jour',
    header: 'Demi-journée',
    value: ({ date, startsAt }) => `${date} ${String(startsAt).padStart(4, '0')}`,
    exported: ({ date }) => date,
    cell: ({ slotId, date, startsAt }) => (
      <TextLink to="/emargement/$slotId" params={{ slotId }}>
        {keepFrenchSpaces(`${formatLongDay(date)}, ${formatTime(startsAt)}`)}
      </TextLink>
    ),
  },
  { key: 'bloc', header: 'Bloc', value: ({ blockCode }) => blockCode, isFilter: true },
  { key: 'module', header: 'Module', value: ({ name }) => name, isFilter: true },
  {
    key: 'presence',
    header: 'Présence',
    value: ({ word }) => word,
    cell: ({ word, tone }) => <StateBadge tone={tone}>{word}</StateBadge>,
    isFilter: true,
  },
  {
    key: 'heures',
    header: 'Heures',
    value: ({ minutesDone }) => minutesDone / 60,
    cell: ({ minutesDone, slotMinutes }) =>
      keepFrenchSpaces(`${formatMinutes(minutesDone)} sur ${formatMinutes(slotMinutes)}`),
    align: 'end',
  },
  { key: 'precisions', header: 'Précisions', value: ({ facts }) => facts },
];
