import type { Answer, CalendarProposalView, CohortView } from '@jalon/contract';
import { formatDay, formatMinutes } from '@jalon/domain';
import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { CohortTabs } from '../../components/cohort-tabs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { useParam } from '../../lib/use-param.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { monthOf, readToday } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import { PlannedHours } from './planned-hours.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { SlotList } from './slot-list.tsx';
import { NewSlotPanel, SlotPanel } from './slot-panel.tsx';
import { sayUnusualTimes, toGridSlot } from './slot-words.ts';

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
  const [selectedId, select] = useSearchParam('creneau');
  const selected = calendar.slots.find(({ id }) => id === selectedId);
  const propose = () => {
    select(undefined);
    setAdding(false);
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
          <Can permission="calendar:write">
            <Button onClick={() => window.print()}>Imprimer</Button>
            <Button
              onClick={() => {
                planner.drop();
                select(undefined);
                setAdding(true);
              }}
            >
              Ajouter un créneau
            </Button>
            <Button
              variant={isEmpty && !planner.proposal ? 'filled' : 'default'}
              onClick={propose}
              loading={planner.isProposing}
            >
              {isEmpty ? 'Proposer le calendrier' : 'Proposer à nouveau'}
            </Button>
          </Can>
        }
      />
      <CohortTabs cohortId={cohort.id} />
      {!planner.proposal && <ProblemAlert problem={planner.problem} />}
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
            select(id);
          }}
        />
      )}
      {planner.proposal && (
        <ProposalPanel
          proposal={planner.proposal}
          problem={planner.problem}
          isPending={planner.isAdopting}
          onAdopt={planner.adopt}
          onDrop={planner.drop}
        />
      )}
      {!planner.proposal && isAdding && (
        <NewSlotPanel
          cohortId={cohort.id}
          date={cohort.startsOn}
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

/** The proposal on screen: asked for, adopted or dropped. */
function useProposal(cohortId: string) {
  const [proposal, setProposal] = useState<CalendarProposalView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = useWrite('POST /cohorts/:cohortId/calendar-proposal', { invalidates: [] });
  const save = useWrite('POST /cohorts/:cohortId/calendar');
  const params = { cohortId };
  const propose = async () => {
    setProblem(null);
    try {
      setProposal(await ask.mutateAsync({ params }));
    } catch (error) {
      setProblem(error);
    }
  };
  const adopt = async () => {
    if (!proposal) return;
    setProblem(null);
    try {
      await save.mutateAsync({ params, body: { fingerprint: proposal.fingerprint } });
      setProposal(null);
      notifyDone('Le calendrier est adopté.');
    } catch (error) {
      const refusal = toProblem(error);
      // Something changed since the proposal was shown: the new one takes its place, to be read.
      if (refusal.code === 'edited_meanwhile') setProposal(refusal.current as CalendarProposalView);
      setProblem(error);
    }
  };
  const drop = () => {
    setProposal(null);
    setProblem(null);
  };
  return {
    proposal,
    problem,
    propose,
    adopt,
    drop,
    isProposing: ask.isPending,
    isAdopting: save.isPending,
  };
}

function NoCalendar({ cohort }: { readonly cohort: CohortView }) {
  return (
    <EmptyState title="L’année est à planifier">
      Jalon place les {formatMinutes(cohort.dueMinutes)} du référentiel sur vos jours de formation à
      partir du {formatDay(cohort.startsOn)}, sans les jours fériés, les fermetures du site ni les
      mois fermés, et chaque évaluation après le dernier module de son bloc. Vous relisez, puis vous
      adoptez.
    </EmptyState>
  );
}

interface CalendarViewsProps extends CohortCalendarProps {
  readonly proposal: CalendarProposalView | null;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
}

function CalendarViews({ cohort, calendar, proposal, selectedId, onSelect }: CalendarViewsProps) {
  const [chosenMonth, setMonth] = useSearchParam('mois');
  const [view, setView] = useSearchParam('vue');
  const [, setModule] = useSearchParam('c-module');
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const isList = !proposal && (view ?? (isWide ? 'mois' : 'liste')) === 'liste';
  const shown = proposal?.slots ?? calendar.slots;
  const month = chosenMonth ?? firstMonth(shown, cohort.startsOn);
  const choice = (
    <SegmentedControl
      aria-label="Présentation"
      data={[
        { value: 'mois', label: 'Mois' },
        { value: 'liste', label: 'Liste' },
      ]}
      value={isList ? 'liste' : 'mois'}
      onChange={setView}
      disabled={proposal !== null}
      ml="auto"
    />
  );
  return (
    <>
      {isList ? (
        <>
          <div style={{ display: 'flex', marginBottom: 12 }}>{choice}</div>
          <SlotList slots={calendar.slots} onSelect={onSelect} />
        </>
      ) : (
        <MonthGrid
          month={month}
          onMonth={setMonth}
          slots={proposal ? proposal.slots.map(toProposedGridSlot) : calendar.slots.map(toGridSlot)}
          daysOff={proposal?.skippedDays ?? calendar.daysOff}
          selectedKey={selectedId ?? null}
          {...(proposal ? {} : { onSelect })}
          tools={choice}
        />
      )}
      {!proposal && calendar.plannedHours.length > 0 && (
        <div style={{ marginTop: 22 }}>
          <PlannedHours
            cohortId={cohort.id}
            calendar={calendar}
            onShow={({ name }) => {
              setView('liste');
              setModule(name);
            }}
          />
        </div>
      )}
    </>
  );
}

const toProposedGridSlot = (slot: CalendarProposalView['slots'][number]) => ({
  ...slot,
  key: `${slot.date} ${slot.startsAt} ${slot.blockCode}`,
  facts: sayUnusualTimes(slot),
  isChanged: slot.change === 'moved' || slot.change === 'added',
});

/** The month of the next half-day, or of the last one when all are past. */
function firstMonth(slots: readonly { readonly date: string }[], startsOn: string): string {
  const today = readToday();
  const next = slots.find(({ date }) => date >= today) ?? slots.at(-1);
  return monthOf(next?.date ?? startsOn);
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
