import type { Answer } from '@jalon/contract';
import { addDays, countNoun, formatLongDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { monthOf } from '../../components/calendar/month.ts';
import { sayMonth } from '../../components/calendar/month-grid.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { readToday } from '../../lib/read-today.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { CalendarFilters, useCalendarFilters } from './calendar-filters.tsx';
import { CentreMonth } from './centre-month.tsx';
import { CentreWeek } from './centre-week.tsx';
import { SlotPanel } from './slot-panel.tsx';
import { SubscribeToTrainer } from './subscribe-to-trainer.tsx';
import { type CalendarScope, useCalendarView } from './use-calendar-view.ts';
import { ViewChoice } from './view-choice.tsx';
import { sayWeek } from './week.ts';

type Calendar = Answer<'GET /calendar'>;

export function Page() {
  const view = useCalendarView();
  const { siteId, cohortId, trainerId, roomId } = useCalendarFilters();
  // The last week stays while its neighbour is read: what is carried over its edge is held there.
  const read = useRead(
    'GET /calendar',
    {
      query: {
        ...view.range,
        ...(siteId ? { siteId } : {}),
        ...(cohortId ? { cohortId } : {}),
        ...(trainerId ? { trainerId } : {}),
        ...(roomId ? { roomId } : {}),
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHeader
        title={sayState(view, read.isPlaceholderData ? undefined : read.data?.slots)}
        overline="Calendrier du centre"
        actions={
          <>
            <Button onClick={() => window.print()}>Imprimer</Button>
            <SubscribeToTrainer />
          </>
        }
      />
      {view.seesCentre && <CalendarFilters />}
      <WhenRead isPart read={read}>
        {(calendar) => <CentreCalendar view={view} calendar={calendar} />}
      </WhenRead>
    </>
  );
}

function CentreCalendar({
  view,
  calendar,
}: {
  readonly view: CalendarScope;
  readonly calendar: Calendar;
}) {
  const [selectedId, select] = useSearchParam('creneau');
  const selected = calendar.slots.find(({ id }) => id === selectedId);
  const choice = <ViewChoice choices={view.choices} value={view.view} onChange={view.setView} />;
  const shown = { view, calendar, selectedId, onSelect: select, tools: choice };
  return (
    <>
      {view.view === 'semaine' || view.view === 'jour' ? (
        <CentreWeek {...shown} />
      ) : (
        <CentreMonth {...shown} />
      )}
      {selected && <SelectedSlot slot={selected} onClose={() => select(undefined)} />}
    </>
  );
}

function sayState({ view, day }: CalendarScope, slots: Calendar['slots'] | undefined): string {
  const period = sayPeriod(view, day);
  const shown =
    view === 'semaine' || view === 'jour'
      ? slots
      : slots?.filter(({ date }) => monthOf(date) === monthOf(day));
  if (!shown) return `Le calendrier : ${period}`;
  if (shown.length === 0) return `Aucune demi-journée ${period}`;
  const unstaffed = shown.filter(
    ({ trainer, date }) => trainer === null && date >= readToday(),
  ).length;
  const count = `${countNoun(shown.length, 'demi-journée')} ${period}`;
  return unstaffed === 0 ? count : `${count}, ${unstaffed} sans formateur`;
}

function sayPeriod(view: CalendarScope['view'], day: string): string {
  if (view === 'jour') return day === readToday() ? 'aujourd’hui' : `le ${formatLongDay(day)}`;
  if (view !== 'semaine') return `en ${sayMonth(monthOf(day))}`;
  return sayWeek(day) === sayWeek(readToday())
    ? 'cette semaine'
    : sayWeek(day) === sayWeek(addDays(readToday(), 7))
      ? 'la semaine prochaine'
      : `la semaine du ${sayWeek(day)}`;
}

/** The modules to choose from are those of the half-day's own cohort. */
function SelectedSlot({
  slot,
  onClose,
}: {
  readonly slot: Calendar['slots'][number];
  readonly onClose: () => void;
}) {
  const runs = useRead('GET /cohorts/:cohortId/module-runs', {
    params: { cohortId: slot.cohort.id },
  });
  return <SlotPanel slot={slot} items={runs.data ?? [slot]} onClose={onClose} />;
}
