import type { Answer, CalendarProposalView, CohortView } from '@jalon/contract';
import { firstDayIn, firstMonth, monthOf } from '../../components/calendar/month.ts';
import { MonthGrid } from '../../components/calendar/month-grid.tsx';
import { sayUnusualTimes, toGridSlot } from '../../components/calendar/slot-words.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { CentreWeek } from './centre-week.tsx';
import { EventList } from './event-list.tsx';
import { PlannedHours } from './planned-hours.tsx';
import { keyOfProposed, ProposalList } from './proposal-list.tsx';
import { SlotList } from './slot-list.tsx';
import { type CalendarView, useCalendarView } from './use-calendar-view.ts';
import { ViewChoice } from './view-choice.tsx';

interface CalendarViewsProps {
  readonly cohort: CohortView;
  readonly calendar: Answer<'GET /cohorts/:cohortId/calendar'>;
  readonly proposal: CalendarProposalView | null;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The calendar by day, week or month, or as a list, and the hours of each module under it. */
export function CalendarViews({
  cohort,
  calendar,
  proposal,
  selectedId,
  onSelect,
}: CalendarViewsProps) {
  const [chosenMonth, setMonth] = useSearchParam('mois');
  const [, setModule] = useSearchParam('c-module');
  const shown = proposal?.slots ?? calendar.slots;
  const month = chosenMonth ?? firstMonth(shown, cohort.startsOn);
  const view = useCalendarView(firstDayIn(month, calendar.slots));
  const { isWide } = view;
  // What is proposed is read month by month: nothing of it can be moved.
  const choices = view.choices.filter(({ value }) => !proposal || !isTable(value));
  const shownAs = proposal && isTable(view.view) ? 'mois' : view.view;
  const isList = shownAs === 'liste';
  const isMonth = shownAs === 'mois';
  const choice = (
    <ViewChoice
      choices={choices}
      value={shownAs}
      onChange={(next) => {
        view.setView(next);
        if (next === 'mois' && isTable(shownAs)) setMonth(monthOf(view.day));
      }}
    />
  );
  return (
    <>
      {isTable(shownAs) && (
        <CentreWeek
          view={view}
          calendar={calendar}
          selectedId={selectedId}
          onSelect={onSelect}
          tools={choice}
          isOfCohort
        />
      )}
      {isList && (
        <>
          <div style={{ display: 'flex', marginBottom: 12 }}>{choice}</div>
          <EventList events={calendar.events} />
          {proposal ? (
            <ProposalList slots={proposal.slots} />
          ) : (
            <SlotList slots={calendar.slots} onSelect={onSelect} />
          )}
        </>
      )}
      {isMonth && (
        <MonthGrid
          month={month}
          onMonth={(next) => {
            setMonth(next);
            view.setDay(undefined);
          }}
          isBarOnly={!isWide}
          slots={proposal ? proposal.slots.map(toProposedGridSlot) : calendar.slots.map(toGridSlot)}
          daysOff={proposal ? mergeDaysOff(proposal, calendar) : calendar.daysOff}
          events={calendar.events}
          selectedKey={selectedId ?? null}
          {...(proposal ? {} : { onSelect })}
          tools={choice}
        />
      )}
      {isMonth && !isWide && (
        <EventList events={calendar.events.filter(({ date }) => monthOf(date) === month)} />
      )}
      {isMonth && !isWide && proposal && (
        <ProposalList
          slots={proposal.slots.filter(({ date }) => monthOf(date) === month)}
          hasFilters={false}
        />
      )}
      {isMonth && !isWide && !proposal && (
        <SlotList
          slots={calendar.slots.filter(({ date }) => monthOf(date) === month)}
          onSelect={onSelect}
          hasFilters={false}
        />
      )}
      {!proposal && calendar.plannedHours.length > 0 && (
        <div className="no-print" style={{ marginTop: 22 }}>
          <PlannedHours
            cohortId={cohort.id}
            calendar={calendar}
            onShow={({ name }) => {
              view.setView('liste');
              setModule(name);
            }}
          />
        </div>
      )}
    </>
  );
}

const isTable = (view: CalendarView): view is 'jour' | 'semaine' =>
  view === 'jour' || view === 'semaine';

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
