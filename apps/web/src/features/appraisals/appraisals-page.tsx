import { formatShortDay } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useView, ViewSwitch } from '../../components/view-switch.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { type AppraisalRow, stateWords } from './appraisal-words.ts';
import classes from './appraisals-page.module.css';
import { RowActions } from './row-actions.tsx';

/** Who must appraise what by when: late first, the signed ones beside. */
export function Page() {
  const view = useView(['attendues', 'signees']);
  const isSigned = view === 'signees';
  const read = useRead('GET /appraisals', { query: { state: isSigned ? 'signed' : 'open' } });
  return (
    <WhenRead read={read}>
      {({ rows, counts }) => (
        <>
          <PageHeader
            title={describeState(counts)}
            actions={
              <Can permission="appraisal:request">
                <ButtonLink to="/appreciations/demander" variant="filled">
                  Demander des appréciations
                </ButtonLink>
              </Can>
            }
          />
          <ViewSwitch
            label="Appréciations à montrer"
            view={view}
            views={[
              { value: 'attendues', label: `Attendues (${counts.open})` },
              { value: 'signees', label: `Signées (${counts.signed})` },
            ]}
          />
          <DataList
            label="Appréciations"
            rows={rows}
            rowKey={({ id }) => id}
            columns={isSigned ? columns : [...columns, actionColumn]}
            empty={isSigned ? <NothingSigned /> : <NothingAsked />}
          />
        </>
      )}
    </WhenRead>
  );
}

interface Counts {
  readonly late: number;
  readonly open: number;
  readonly signed: number;
}

const columns: readonly Column<AppraisalRow>[] = [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.learnerName,
    cell: (row) => (
      <TextLink to="/appreciations/feuille/$appraisalId" params={{ appraisalId: row.id }} fw={600}>
        {row.learnerName}
      </TextLink>
    ),
  },
  { key: 'cohorte', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
  {
    key: 'bloc',
    header: 'Bloc',
    value: (row) => row.block.code,
    exported: (row) => `${row.block.code} ${row.label}`,
    cell: (row) => (
      <div>
        <span className={classes.whole}>{row.block.code}</span>
        <div className={classes.quiet}>{row.label}</div>
      </div>
    ),
    isFilter: true,
  },
  {
    key: 'tuteur',
    header: 'Tuteur',
    value: (row) => row.tutor?.name ?? 'non renseigné',
    cell: (row) => (
      <div>
        {row.tutor?.name ?? 'non renseigné'}
        {row.employerName && <div className={classes.quiet}>{row.employerName}</div>}
      </div>
    ),
  },
  {
    key: 'attendue',
    header: 'Attendue le',
    value: (row) => row.dueOn,
    cell: (row) => (row.dueOn ? formatShortDay(row.dueOn) : 'sans date'),
  },
  {
    key: 'etat-appreciation',
    header: 'État',
    value: (row) => stateWords(row).label,
    isFilter: true,
    cell: (row) => {
      const { tone, label } = stateWords(row);
      return (
        <div>
          <StateBadge tone={tone}>{label}</StateBadge>
          <div className={classes.quiet}>{row.facts}</div>
        </div>
      );
    },
  },
];

const actionColumn: Column<AppraisalRow> = {
  key: 'action',
  header: 'Que faire',
  value: () => null,
  cell: (row) => <RowActions row={row} />,
};

const NothingAsked = () => (
  <EmptyState title="Aucune appréciation n’est attendue">
    Le tuteur dit où en est chaque compétence d’un bloc : au moins au milieu et à la fin de la
    formation. Il reçoit un lien par mail et répond en trois minutes sur son téléphone.
  </EmptyState>
);

const NothingSigned = () => (
  <EmptyState title="Rien n’est encore signé">
    Une appréciation signée par son tuteur, ou saisie d’après sa feuille papier, se retrouve ici et
    ne change plus.
  </EmptyState>
);

function describeState({ late, open }: Counts): string {
  if (open === 0) return 'Aucune appréciation n’est attendue';
  const waiting =
    open === 1 ? 'Une appréciation est attendue' : `${open} appréciations sont attendues`;
  if (late === 0) return `${waiting}, aucune n’est en retard`;
  if (open === late)
    return open === 1 ? `${waiting} : elle est en retard` : `${waiting}, toutes en retard`;
  return `${waiting}, dont ${late} en retard`;
}
