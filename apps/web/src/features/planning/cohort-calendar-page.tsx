import type { Answer, CohortView } from '@jalon/contract';
import { formatDay, formatMinutes } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { firstMonth, nextTeachingDay } from '../../components/calendar/month.ts';
import { SubscribeButton } from '../../components/calendar-feed/subscribe-button.tsx';
import { Can } from '../../components/can.tsx';
import { CohortTabs } from '../../components/cohort-tabs.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SummonsButton } from '../../components/summons/summons-button.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { readToday } from '../../lib/read-today.ts';
import { useParam } from '../../lib/use-param.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { CalendarViews } from './calendar-views.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { NewSlotPanel, SlotPanel } from './slot-panel.tsx';
import { useProposal } from './use-proposal.ts';

type Calendar = Answer<'GET /cohorts/:cohortId/calendar'>;

export function Page() {
  const cohortId = useParam('cohortId');
  const params = { cohortId };
  const cohort = useRead('GET /cohorts/:cohortId', { params });
  const calendar = useRead('GET /cohorts/:cohortId/calendar', { params });
  return (
    <WhenRead read={cohort}>
      {(current) => (
        <WhenRead read={calendar}>
          {(planned) => <CohortCalendar key={cohortId} cohort={current} calendar={planned} />}
        </WhenRead>
      )}
    </WhenRead>
  );
}

interface CohortCalendarProps {
  readonly cohort: CohortView;
  readonly calendar: Calendar;
}

function CohortCalendar({ cohort, calendar }: CohortCalendarProps) {
  const planner = useProposal(cohort.id);
  const [isAdding, setAdding] = useState(false);
  const [aside, setAside] = useState<'agenda' | 'convocations' | null>(null);
  const [selectedId, select] = useSearchParam('creneau');
  const [chosenMonth] = useSearchParam('mois');
  const shownMonth = chosenMonth ?? firstMonth(calendar.slots, cohort.startsOn);
  const selected = calendar.slots.find(({ id }) => id === selectedId);
  /** One thing at a time in the side panel. */
  const show = (next: typeof aside) => {
    select(undefined);
    setAdding(false);
    setAside(next);
  };
  const propose = () => {
    show(null);
    planner.propose();
  };
  const isEmpty = calendar.slots.length === 0;
  return (
    <>
      <PageHeader
        title={sayState(cohort, calendar)}
        overline={
          <>
            <TextLink to="/cohortes">Cohortes</TextLink> › {cohort.name}
          </>
        }
        actions={
          <>
            {!isEmpty && (
              <DownloadButton
                from="GET /cohorts/:cohortId/year"
                request={{ params: { cohortId: cohort.id } }}
              >
                L’année en PDF
              </DownloadButton>
            )}
            <Can permission="calendar:write">
              <Button onClick={() => window.print()}>Imprimer</Button>
              <SubscribeButton
                of={{ kind: 'cohort', cohortId: cohort.id }}
                name={cohort.name}
                isOpen={aside === 'agenda'}
                onChange={(isOpen) => show(isOpen ? 'agenda' : null)}
              />
              <SummonsButton
                cohortId={cohort.id}
                cohortName={cohort.name}
                isOpen={aside === 'convocations'}
                onChange={(isOpen) => show(isOpen ? 'convocations' : null)}
              />
              <Button
                onClick={() => {
                  planner.drop();
                  show(null);
                  setAdding(true);
                }}
              >
                Ajouter un créneau
              </Button>
              <Button onClick={propose} loading={planner.isProposing}>
                {isEmpty ? 'Proposer le calendrier' : 'Proposer à nouveau'}
              </Button>
            </Can>
          </>
        }
      />
      <CohortTabs cohortId={cohort.id} />
      {!planner.proposal && <ProblemAlert problem={planner.problem} />}
      {planner.proposal && (
        <ProposalPanel
          proposal={planner.proposal}
          problem={planner.problem}
          isPending={planner.isAdopting}
          onAdopt={planner.adopt}
          onDrop={planner.drop}
        />
      )}
      {isEmpty && !planner.proposal ? (
        <NoCalendar cohort={cohort} />
      ) : (
        <CalendarViews
          cohort={cohort}
          calendar={calendar}
          proposal={planner.proposal}
          selectedId={selectedId}
          onSelect={(id) => {
            setAdding(false);
            setAside(null);
            select(id);
          }}
        />
      )}
      {!planner.proposal && isAdding && (
        <NewSlotPanel
          cohortId={cohort.id}
          date={dayToAddIn(shownMonth, cohort, calendar)}
          items={calendar.plannedHours}
          onClose={() => setAdding(false)}
        />
      )}
      {!planner.proposal && selected && (
        <SlotPanel
          slot={selected}
          items={calendar.plannedHours}
          onClose={() => select(undefined)}
        />
      )}
    </>
  );
}

/** Where a slot is added: on the cohort's next teaching day of the month on screen. */
function dayToAddIn(month: string, { startsOn, weekdays }: CohortView, { daysOff }: Calendar) {
  const [from = startsOn] = [readToday(), startsOn, `${month}-01`].sort().reverse();
  return (
    nextTeachingDay(
      from,
      weekdays,
      daysOff.map(({ date }) => date),
    ) ?? from
  );
}

function NoCalendar({ cohort }: { readonly cohort: CohortView }) {
  return (
    <EmptyState
      title="L’année est à planifier"
      action={
        <Can permission="plan:write">
          <ButtonLink variant="filled" to="/planification" search={{ cohorte: cohort.id } as never}>
            Planifier avec formateurs et salles
          </ButtonLink>
        </Can>
      }
    >
      Jalon place les {formatMinutes(cohort.dueMinutes)} du référentiel sur vos jours de formation à
      partir du {formatDay(cohort.startsOn)}, sans les jours fériés, les fermetures du site ni les
      mois fermés, et chaque évaluation après le dernier module de son bloc. La planification donne
      aussi à chaque demi-journée son formateur et sa salle.
      <Can permission="calendar:write">
        {' '}
        « Proposer le calendrier » ne place que les dates. Dans les deux cas, vous relisez avant que
        rien ne soit enregistré.
      </Can>
    </EmptyState>
  );
}

function sayState(cohort: CohortView, { slots, plannedHours }: Calendar): string {
  const standing = slots.filter(({ cancelReason }) => cancelReason === null);
  const [first] = standing;
  const last = standing.at(-1);
  if (!first || !last) return `${cohort.name} n’a pas encore de calendrier`;
  const missing = plannedHours.reduce((sum, { gapMinutes }) => sum + Math.max(0, -gapMinutes), 0);
  if (missing > 0) return `Il manque ${formatMinutes(missing)} au calendrier`;
  const withoutTrainer = standing.filter(
    ({ trainer, date }) => trainer === null && date >= readToday(),
  ).length;
  const placed = `${formatMinutes(cohort.plannedMinutes)} placées jusqu’au ${formatDay(last.date)}`;
  if (withoutTrainer === 0) return placed;
  return `${placed}, ${withoutTrainer} ${withoutTrainer === 1 ? 'créneau' : 'créneaux'} sans formateur`;
}
