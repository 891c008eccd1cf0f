import type { Answer } from '@jalon/contract';
import { capitalise, countNoun, formatMinutes } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Hours } from '../../components/hours.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { AddTrainer } from './add-trainer.tsx';
import classes from './trainers.module.css';
import { readinessWords, sayValidity } from './words.ts';

type Row = Answer<'GET /trainers'>[number];

const wordOf = ({ file }: Row): string => (file ? readinessWords[file.readiness.outcome].word : '');
const sayAccreditations = ({ file }: Row): string =>
  (file?.accreditations ?? [])
    .map(({ name, validUntil, isValid }) => `${name} ${sayValidity(validUntil, isValid)}`)
    .join(', ');

const columns: readonly Column<Row>[] = [
  {
    key: 'formateur',
    header: 'Formateur',
    value: (row) => row.name,
    cell: (row) => (
      <TextLink to="/formateurs/$trainerId" params={{ trainerId: row.personId }} fw={600}>
        {row.name}
      </TextLink>
    ),
  },
  {
    key: 'plan',
    header: 'Prêt pour le plan',
    value: wordOf,
    cell: (row) => <Readiness row={row} />,
    exported: (row) => capitalise(row.file?.readiness.state ?? ''),
    isFilter: true,
  },
  {
    key: 'modules',
    header: 'Enseigne',
    value: (row) => row.file?.subjects ?? '',
    cell: (row) => row.file?.subjects || <span className={classes.detail}>–</span>,
  },
  {
    key: 'heures',
    header: 'Par semaine',
    value: (row) => row.file?.maxMinutesPerWeek ?? 0,
    cell: (row) =>
      row.file && row.file.maxMinutesPerWeek > 0 ? (
        <Hours minutes={row.file.maxMinutesPerWeek} />
      ) : (
        <span className={classes.detail}>–</span>
      ),
    exported: (row) => formatMinutes(row.file?.maxMinutesPerWeek ?? 0),
    align: 'end',
  },
  {
    key: 'habilitations',
    header: 'Habilitations',
    value: sayAccreditations,
    cell: (row) => sayAccreditations(row) || <span className={classes.detail}>–</span>,
  },
];

function Readiness({ row: { file } }: { readonly row: Row }) {
  if (!file) return null;
  const { outcome, state } = file.readiness;
  const { word, tone } = readinessWords[outcome];
  return (
    <div className={classes.words}>
      <StateBadge tone={tone}>{word}</StateBadge>
      {outcome !== 'ready' && <span className={classes.detail}>{capitalise(state)}</span>}
    </div>
  );
}

/** The trainers of the centre, and whether a plan can count on each. */
export function Page() {
  const read = useRead('GET /trainers', {});
  return (
    <WhenRead read={read}>
      {(rows) => (
        <>
          <PageHeader title={describeList(rows)} actions={<AddTrainer />} />
          <DataList
            label="Formateurs"
            rows={rows}
            rowKey={(row) => row.personId}
            columns={columns}
            empty={
              <EmptyState title="Personne ne forme encore ici" action={<AddTrainer />}>
                Le plan de l’année confie chaque créneau à quelqu’un : il lui faut les jours, les
                heures et les modules de chaque formateur.
              </EmptyState>
            }
          />
        </>
      )}
    </WhenRead>
  );
}

function describeList(rows: readonly Row[]): string {
  if (rows.length === 0) return 'Vos formateurs se liront ici';
  const incomplete = rows.filter(({ file }) => file?.readiness.outcome === 'incomplete').length;
  const people = countNoun(rows.length, 'formateur');
  if (incomplete === 0) return `${people}, le plan peut compter sur tous`;
  return `${people}, ${countNoun(incomplete, 'fiche')} à compléter pour le plan`;
}
