import { formatShortDay, isDeadlineNear } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useView, ViewSwitch } from '../../components/view-switch.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useReadAll } from '../../lib/api.ts';
import { type DeadlineRow, describeUrgency, kindWords } from './deadline-words.ts';
import classes from './deadlines.module.css';

/** The centre's legal clocks, the nearest first; each says whom it binds. */
export function Page() {
  const view = useView(['proches', 'en-cours', 'faites']);
  const isSettled = view === 'faites';
  const { read, progress } = useReadAll(
    'GET /deadlines',
    { query: isSettled ? { urgency: 'settled' } : {} },
    rowKey,
  );
  return (
    <WhenRead read={read} progress={progress}>
      {({ rows, counts }) => (
        <>
          <PageHeader
            title={describeState(counts)}
            overline="Ces délais engagent les médecins employeurs"
            actions={
              <Can permission="reminder:read">
                <ButtonLink to="/echeances/relances">Relances parties</ButtonLink>
              </Can>
            }
          />
          <ViewSwitch
            label="Échéances à montrer"
            view={view}
            views={[
              { value: 'proches', label: `À surveiller (${countNear(counts)})` },
              { value: 'en-cours', label: `En cours (${countOpen(counts)})` },
              { value: 'faites', label: `Faites (${counts.settled})` },
            ]}
          />
          <DataList
            label="Échéances"
            rows={view === 'proches' ? rows.filter(({ urgency }) => isDeadlineNear(urgency)) : rows}
            rowKey={rowKey}
            columns={columns}
            empty={
              <EmptyState title={emptyTitles[view]}>
                Une échéance apparaît dès qu’un apprenant inscrit a un emploi avec sa date
                d’embauche : elle se compte selon la convention en vigueur ce jour-là.
              </EmptyState>
            }
          />
        </>
      )}
    </WhenRead>
  );
}

const emptyTitles = {
  proches: 'Aucune échéance n’est dépassée ni à moins de 90 jours',
  'en-cours': 'Aucune échéance ne court',
  faites: 'Rien n’est encore fait',
};

type Counts = Record<DeadlineRow['urgency'], number>;

const countOpen = ({ late, within_30, within_90, later }: Counts): number =>
  late + within_30 + within_90 + later;

const countNear = ({ late, within_30, within_90 }: Counts): number => late + within_30 + within_90;

const rowKey = ({ employmentId, enrolmentId, kind }: DeadlineRow): string =>
  `${employmentId ?? ''} ${enrolmentId} ${kind}`;

const columns: readonly Column<DeadlineRow>[] = [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.learnerName,
    cell: (row) => (
      <TextLink
        to="/apprenants/$enrolmentId/echeances"
        params={{ enrolmentId: row.enrolmentId }}
        fw={600}
      >
        {row.learnerName}
      </TextLink>
    ),
  },
  { key: 'cohorte', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
  { key: 'objet', header: 'À faire', value: (row) => kindWords[row.kind], isFilter: true },
  { key: 'employeur', header: 'Qui est engagé', value: (row) => row.employerName },
  {
    key: 'date',
    header: 'Au plus tard le',
    value: (row) => row.dueOn,
    cell: (row) => (
      <div>
        {formatShortDay(row.dueOn)}
        {row.suspendedDays > 0 && (
          <div className={classes.quiet}>{row.suspendedDays} jours de suspension compris</div>
        )}
      </div>
    ),
  },
  {
    key: 'quand',
    header: 'État',
    value: (row) => describeUrgency(row).label,
    isFilter: true,
    cell: (row) => {
      const { tone, label } = describeUrgency(row);
      return (
        <div>
          <StateBadge tone={tone}>{label}</StateBadge>
          <div className={classes.quiet}>
            {row.facts} <SourceNote source={row.source} />
          </div>
        </div>
      );
    },
  },
];

function describeState(counts: Counts): string {
  const { late, within_30, within_90 } = counts;
  if (countOpen(counts) === 0) return 'Aucune échéance ne court';
  const near = within_30 + within_90;
  const soon =
    near === 0
      ? 'aucune ne tombe dans les 90 jours'
      : near === 1
        ? 'une tombe dans les 90 jours'
        : `${near} tombent dans les 90 jours`;
  if (late === 0) return `Aucune échéance n’est dépassée, ${soon}`;
  return late === 1
    ? `Une échéance est dépassée, ${soon}`
    : `${late} échéances sont dépassées, ${soon}`;
}
