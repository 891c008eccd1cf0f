import type { Answer } from '@jalon/contract';
import { countNoun, formatMinutes, formatShortDay } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { CohortStateBadge, cohortStateWords } from '../../components/cohort-state-badge.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';

type Cohort = Answer<'GET /cohorts'>['rows'][number];

/** All the cohorts of a centre fit on one answer; the list searches and pages on its own. */
const wholeList = { query: { perPage: 500 } };

export function Page() {
  const read = useRead('GET /cohorts', wholeList);
  const mayReadBoard = useIsAllowed('board:read');
  const mayOpen = useIsAllowed('cohort:write');
  return (
    <WhenRead read={read}>
      {({ rows }) => (
        <>
          <PageHeader
            title={sayState(rows, mayOpen)}
            overline="Cohortes"
            actions={
              <Can permission="cohort:write">
                <ButtonLink to="/cohortes/nouvelle" variant="filled">
                  Ouvrir une cohorte
                </ButtonLink>
              </Can>
            }
          />
          <DataList
            label="Cohortes"
            rows={rows}
            rowKey={({ id }) => id}
            columns={columnsFor(mayReadBoard)}
            empty={<NoCohort />}
          />
        </>
      )}
    </WhenRead>
  );
}

function NoCohort() {
  return (
    <EmptyState
      title="Aucune cohorte pour l’instant"
      action={
        <Can permission="cohort:write">
          <ButtonLink to="/cohortes/nouvelle">Ouvrir une cohorte</ButtonLink>
        </Can>
      }
    >
      Une cohorte réunit des apprenants sur un référentiel, un site et un rythme. Son calendrier se
      propose ensuite en un clic.
    </EmptyState>
  );
}

function sayState(rows: readonly Cohort[], mayOpen: boolean): string {
  const count = (state: Cohort['state']) => rows.filter((row) => row.state === state).length;
  const running = count('running');
  const drafts = count('draft');
  if (rows.length === 0)
    return mayOpen ? 'Ouvrez votre première cohorte' : 'Aucune cohorte n’est ouverte';
  const first =
    running === 0 ? 'Aucune cohorte en cours' : `${countNoun(running, 'cohorte')} en cours`;
  const planned = count('planned');
  return [
    first,
    ...(planned > 0 ? [countNoun(planned, 'planifiée')] : []),
    ...(drafts > 0 ? [countNoun(drafts, 'brouillon')] : []),
  ].join(', ');
}

const columnsFor = (mayReadBoard: boolean): readonly Column<Cohort>[] => [
  {
    key: 'nom',
    header: 'Cohorte',
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <TextLink
        to={mayReadBoard ? '/cohortes/$cohortId' : '/cohortes/$cohortId/calendrier'}
        params={{ cohortId: id }}
        fw={600}
      >
        {name}
      </TextLink>
    ),
  },
  {
    key: 'etat',
    header: 'État',
    value: ({ state }) => cohortStateWords[state],
    cell: ({ state }) => <CohortStateBadge state={state} />,
    isFilter: true,
  },
  { key: 'site', header: 'Site', value: ({ site }) => site.name, isFilter: true },
  {
    key: 'referentiel',
    header: 'Référentiel',
    value: ({ framework }) => framework.name,
    isFilter: true,
  },
  {
    key: 'dates',
    header: 'Dates',
    value: ({ firstDay, startsOn }) => firstDay ?? startsOn,
    cell: ({ firstDay, lastDay, startsOn, endsOn }) =>
      sayDates(firstDay ?? startsOn, lastDay ?? endsOn),
  },
  {
    key: 'inscrits',
    header: 'Inscrits',
    value: ({ learnerCount }) => learnerCount,
    cell: ({ learnerCount, capacity }) => `${learnerCount} sur ${capacity}`,
    align: 'end',
  },
  {
    key: 'heures',
    header: 'Heures placées',
    value: ({ plannedMinutes }) => plannedMinutes / 60,
    cell: ({ plannedMinutes, dueMinutes }) =>
      `${formatMinutes(plannedMinutes)} sur ${formatMinutes(dueMinutes)}`,
    align: 'end',
  },
];

const sayDates = (from: string, to: string | null): string =>
  to ? `${formatShortDay(from)} – ${formatShortDay(to)}` : `dès le ${formatShortDay(from)}`;
