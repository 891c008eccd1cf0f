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
import { useReadAll } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { type AppraisalRow, stateWords } from './appraisal-words.ts';
import classes from './appraisals-page.module.css';
import { ReviewsLink } from './joint-reviews/reviews-link.tsx';
import { RowActions } from './row-actions.tsx';

const states = { attendues: 'open', signees: 'signed', 'sans-objet': 'ended' } as const;

/** Who must appraise what by when: late first, beside what is signed and what is without object. */
export function Page() {
  const view = useView(['attendues', 'signees', 'sans-objet']);
  const mayAct = useIsAllowed('appraisal:request');
  const { read, progress } = useReadAll(
    'GET /appraisals',
    { query: { state: states[view] } },
    rowKey,
  );
  return (
    <WhenRead read={read} progress={progress}>
      {({ rows, counts }) => (
        <>
          <PageHeader
            title={describeState(counts)}
            actions={
              <>
                <Can permission="joint-review:read">
                  <ReviewsLink />
                </Can>
                <Can permission="appraisal:request">
                  <ButtonLink to="/appreciations/demander" variant="filled">
                    Demander des appréciations
                  </ButtonLink>
                </Can>
              </>
            }
          />
          <ViewSwitch
            label="Appréciations à montrer"
            view={view}
            views={[
              { value: 'attendues', label: `Attendues (${counts.open})` },
              { value: 'signees', label: `Signées (${counts.signed})` },
              { value: 'sans-objet', label: `Sans objet (${counts.ended})` },
            ]}
          />
          <DataList
            label="Appréciations"
            rows={rows}
            rowKey={rowKey}
            columns={view === 'attendues' && mayAct ? [...columns, actionColumn] : columns}
            empty={nothing[view]}
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

const rowKey = ({ id }: AppraisalRow): string => id;

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

const NothingEnded = () => (
  <EmptyState title="Aucune demande n’est sans objet">
    Une demande que plus rien n’appelle se retrouve ici avec sa raison : bloc acquis, formation
    quittée, tuteur remplacé, demande retirée. Ce que le tuteur avait écrit y reste lisible.
  </EmptyState>
);

const nothing = {
  attendues: <NothingAsked />,
  signees: <NothingSigned />,
  'sans-objet': <NothingEnded />,
};

function describeState({ late, open }: Counts): string {
  if (open === 0) return 'Aucune appréciation n’est attendue';
  const waiting =
    open === 1 ? 'Une appréciation est attendue' : `${open} appréciations sont attendues`;
  if (late === 0) return `${waiting}, aucune n’est en retard`;
  if (open === late)
    return open === 1 ? `${waiting} : elle est en retard` : `${waiting}, toutes en retard`;
  return `${waiting}, dont ${late} en retard`;
}
