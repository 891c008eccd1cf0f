import type { Answer, CalendarProposalView, CohortView } from '@jalon/contract';
import { useMediaQuery } from '@mantine/hooks';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { EventList } from './event-list.tsx';
import { firstMonth, monthOf } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import { PlannedHours } from './planned-hours.tsx';
import { keyOfProposed, ProposalList } from './proposal-list.tsx';
import { SlotList } from './slot-list.tsx';
import { sayUnusualTimes, toGridSlot } from './slot-words.ts';
import { ViewChoice } from './view-choice.tsx';

interface CalendarViewsProps {
  readonly cohort: CohortView;
  readonly calendar: Answer<'GET /cohorts/:cohortId/calendar'>;
  readonly proposal: CalendarProposalView | null;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The calendar by month or as a list, and the hours of each module under it. */
export function CalendarViews({
  cohort,
  calendar,
  proposal,
  selectedId,
  onSelect,
}: CalendarViewsProps) {
  const [chosenMonth, setMonth] = useSearchParam('mois');
  const [view, setView] = useSearchParam('vue');
  const [, setModule] = useSearchParam('c-module');
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const isList = view === 'liste';
  const shown = proposal?.slots ?? calendar.slots;
  const month = chosenMonth ?? firstMonth(shown, cohort.startsOn);
  const choice = <ViewChoice isList={isList} onChange={setView} />;
  return (
    <>
      {isList ? (
        <>
          <div style={{ display: 'flex', marginBottom: 12 }}>{choice}</div>
          <EventList events={calendar.events} />
          {proposal ? (
            <ProposalList slots={proposal.slots} />
          ) : (
            <SlotList slots={calendar.slots} onSelect={onSelect} />
          )}
        </>
      ) : (
        <MonthGrid
          month={month}
          onMonth={setMonth}
          isBarOnly={!isWide}
          slots={proposal ? proposal.slots.map(toProposedGridSlot) : calendar.slots.map(toGridSlot)}
          daysOff={proposal ? mergeDaysOff(proposal, calendar) : calendar.daysOff}
          events={calendar.events}
          selectedKey={selectedId ?? null}
          {...(proposal ? {} : { onSelect })}
          tools={choice}
        />
      )}
      {!isList && !isWide && (
        <EventList events={calendar.events.filter(({ date }) => monthOf(date) === month)} />
      )}
      {!isList && !isWide && proposal && (
        <ProposalList
          slots={proposal.slots.filter(({ date }) => monthOf(date) === month)}
          hasFilters={false}
        />
      )}
      {!isList && !isWide && !proposal && (
        <SlotList
          slots={calendar.slots.filter(({ date }) => monthOf(date) === month)}
          onSelect={onSelect}
          hasFilters={false}
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
  key: keyOfProposed(slot),
  facts: sayUnusualTimes(slot),
  isChanged: slot.change === 'moved' || slot.change === 'added',
});

/** The days that the proposal skipped, and those off beyond its last half-day. */
function mergeDaysOff(
  { skippedDays }: CalendarProposalView,
  { daysOff }: CalendarViewsProps['calendar'],
) {
  const skipped = new Set(skippedDays.map(({ date }) => date));
  return [...skippedDays, ...daysOff.filter(({ date }) => !skipped.has(date))];
}
