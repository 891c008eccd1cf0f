import type { Answer } from '@jalon/contract';
import type { LearnerImportOutcome } from '@jalon/domain';
import { Button, Title } from '@mantine/core';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { useRead } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { FailedRowsButton } from './failed-rows-button.tsx';
import classes from './learner-imports.module.css';

type PastImport = Answer<'GET /cohorts/:cohortId/learner-imports'>[number];

const outcomes: Readonly<
  Record<LearnerImportOutcome, { readonly word: string; readonly tone: Tone }>
> = {
  imported: { word: 'Importé', tone: 'ok' },
  refused: { word: 'Refusé', tone: 'bad' },
  nothing_to_do: { word: 'Rien à faire', tone: 'mute' },
};

/** What it did, or where it is. */
function readResult({ state, outcome }: PastImport): {
  readonly word: string;
  readonly tone: Tone;
} {
  if (outcome) return outcomes[outcome];
  return state === 'failed'
    ? { word: 'Abandonné', tone: 'bad' }
    : { word: 'En cours', tone: 'ready' };
}

const columnsOf = (onOpen: (importId: string) => void): readonly Column<PastImport>[] => [
  {
    key: 'fichier',
    header: 'Fichier',
    value: ({ fileName }) => fileName,
    cell: ({ id, fileName }) => (
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen(id)}>
        {fileName}
      </Button>
    ),
  },
  {
    key: 'quand',
    header: 'Quand',
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => formatMoment(createdAt),
    exported: ({ createdAt }) => formatMoment(createdAt),
  },
  {
    key: 'resultat',
    header: 'Résultat',
    value: (one) => readResult(one).word,
    cell: (one) => <StateBadge tone={readResult(one).tone}>{readResult(one).word}</StateBadge>,
    isFilter: true,
  },
  { key: 'nouveaux', header: 'Inscrits', value: ({ counts }) => counts?.new ?? '', align: 'end' },
  {
    key: 'modifies',
    header: 'Modifiés',
    value: ({ counts }) => counts?.changed ?? '',
    align: 'end',
  },
  {
    key: 'erreurs',
    header: 'En erreur',
    value: ({ counts }) => counts?.error ?? '',
    cell: ({ id, counts }) =>
      counts && counts.error > 0 ? (
        <FailedRowsButton importId={id} count={counts.error} />
      ) : (
        counts && '0'
      ),
    align: 'end',
  },
];

/** How often imports under way are asked for their end, in milliseconds. */
const askEvery = 2_000;

/** The imports of the cohort, latest first, each with its report and its refused lines. */
export function PastImports({
  cohortId,
  onOpen,
}: {
  readonly cohortId: string;
  readonly onOpen: (importId: string) => void;
}) {
  const params = { cohortId };
  const first = useRead('GET /cohorts/:cohortId/learner-imports', { params });
  const isLive = (first.data ?? []).some(({ outcome, state }) => !outcome && state !== 'failed');
  const read = useRead(
    'GET /cohorts/:cohortId/learner-imports',
    { params },
    { refetchInterval: isLive ? askEvery : false },
  );
  if (!read.data || read.data.length === 0) return null;
  return (
    <section className={classes.past}>
      <Title order={2}>Imports précédents</Title>
      <DataList
        label="Imports précédents"
        rows={read.data}
        rowKey={({ id }) => id}
        columns={columnsOf(onOpen)}
        empty={null}
      />
    </section>
  );
}
