import { monthOf } from '../../components/calendar/month.ts';
import { MonthGrid } from '../../components/calendar/month-grid.tsx';
import { toGridSlot } from '../../components/calendar/slot-words.ts';
import { EventList } from './event-list.tsx';
import { SlotList } from './slot-list.tsx';
import type { CentreViewProps } from './use-calendar-view.ts';

/** The centre's month, as a grid or as a list. */
export function CentreMonth({ view, calendar, selectedId, onSelect, tools }: CentreViewProps) {
  const month = monthOf(view.day);
  const isList = view.view === 'liste';
  return (
    <>
      <MonthGrid
        month={month}
        onMonth={(next) => view.setDay(`${next}-01`)}
        slots={
          isList
            ? []
            : calendar.slots.map((slot) => ({
                ...toGridSlot(slot),
                facts: `${slot.cohort.name} · ${toGridSlot(slot).facts}`,
              }))
        }
        daysOff={calendar.daysOff}
        events={calendar.events}
        isBarOnly={isList}
        selectedKey={selectedId ?? null}
        onSelect={onSelect}
        tools={tools}
      />
      {isList && (
        <EventList events={calendar.events.filter(({ date }) => monthOf(date) === month)} />
      )}
      {isList && (
        <SlotList
          slots={calendar.slots.filter(({ date }) => monthOf(date) === month)}
          onSelect={onSelect}
          hasCohort
          hasFilters={view.isWide}
        />
      )}
    </>
  );
}
