import type { Answer, PlanChangeView } from '@jalon/contract';
import { weekdayOf } from '@jalon/domain';
import { useState } from 'react';
import { monthOf } from '../../components/calendar/month.ts';
import { MonthBar, MonthTable, sayMonth } from '../../components/calendar/month-grid.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { pairCalendars } from './pair-calendars.ts';
import classes from './two-calendars.module.css';

interface TwoCalendarsProps {
  readonly cohort: { readonly id: string; readonly name: string };
  readonly changes: readonly PlanChangeView[];
  readonly refused: ReadonlySet<string>;
}

/** A cohort's calendar as it stands, and beside it with the plan, month by month. */
export function TwoCalendars(props: TwoCalendarsProps) {
  const read = useRead('GET /cohorts/:cohortId/calendar', {
    params: { cohortId: props.cohort.id },
  });
  return <WhenRead read={read}>{(calendar) => <Pair {...props} calendar={calendar} />}</WhenRead>;
}

interface PairProps extends TwoCalendarsProps {
  readonly calendar: Answer<'GET /cohorts/:cohortId/calendar'>;
}

function Pair({ cohort, changes, refused, calendar }: PairProps) {
  const [month, setMonth] = useState(() => monthOf(firstChangedDay(changes)));
  const { before, after } = pairCalendars(calendar.slots, changes, refused);
  const weekdays = listWeekdays([...before, ...after]);
  const isWhole = changes.every(({ id }) => !refused.has(id));
  const sides = [
    { title: 'Calendrier actuel', slots: before },
    { title: isWhole ? 'Avec le plan' : 'Avec ce qui est choisi', slots: after },
  ];
  return (
    <div className={classes.pair}>
      <MonthBar month={month} onMonth={setMonth} />
      <div className={classes.sides}>
        {sides.map(({ title, slots }) => (
          <section key={title} aria-label={`${title}, ${cohort.name}`}>
            <h3 className={classes.title}>{title}</h3>
            <MonthTable
              label={`${title}, ${sayMonth(month)}`}
              month={month}
              slots={slots}
              weekdays={weekdays}
              daysOff={calendar.daysOff}
              events={calendar.events}
            />
          </section>
        ))}
      </div>
    </div>
  );
}

const firstChangedDay = (changes: readonly PlanChangeView[]): string =>
  changes
    .flatMap(({ from, to }) => [from?.date, to?.date])
    .filter((day) => day !== undefined)
    .toSorted()[0] ?? '';

/** Only the days of the cohort's rhythm have a column: two months stand side by side. */
const listWeekdays = (slots: readonly { readonly date: string }[]): readonly number[] =>
  [...new Set(slots.map(({ date }) => weekdayOf(date)))].toSorted();
