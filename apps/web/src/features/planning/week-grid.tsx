import { type HalfDay, weekdayOf } from '@jalon/domain';
import monthClasses from '../../components/calendar/month-grid.module.css';
import { dayWords } from '../../components/calendar/month-grid.tsx';
import { readToday } from '../../lib/read-today.ts';
import type { LineKind } from './resource-lines.ts';
import { sayDayNumber } from './week.ts';
import { WeekCell } from './week-cell.tsx';
import classes from './week-grid.module.css';
import type { WeekGridProps } from './week-grid-props.ts';

export const halfDayWords: readonly (readonly [HalfDay, string])[] = [
  ['morning', 'Matin'],
  ['afternoon', 'Après-midi'],
];
const lineWords: Readonly<Record<LineKind, string>> = {
  cohortes: 'Cohorte',
  formateurs: 'Formateur',
  salles: 'Salle',
  sites: 'Site',
};

/** One line for each resource, a column for each half-day. */
export function WeekGrid(props: WeekGridProps) {
  return (
    <div className={classes.frame}>
      <table className={classes.grid} aria-label={props.label} data-days={props.days.length}>
        <Heads {...props} />
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className={classes.line} data-missing={line.key === 'none'}>
                {line.name}
              </th>
              {props.days.flatMap((date) =>
                halfDayWords.map(([halfDay]) => (
                  <WeekCell
                    key={date + halfDay}
                    {...props}
                    line={line}
                    cell={{ lineKey: line.key, lineName: line.name, date, halfDay }}
                  />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads({ kind, days, daysOff, events }: WeekGridProps) {
  const today = readToday();
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={classes.corner}>
          {lineWords[kind]}
        </th>
        {days.map((day) => (
          <th
            key={day}
            colSpan={2}
            scope="colgroup"
            className={classes.day}
            data-today={day === today}
            {...(day === today ? { 'aria-current': 'date' as const } : {})}
          >
            {dayWords[weekdayOf(day) - 1]} {sayDayNumber(day)}
            {day === today && ' · aujourd’hui'}
            <span className={classes.reason}>
              {daysOff.find(({ date }) => date === day)?.reason}
            </span>
            {events
              .filter(({ date }) => date === day)
              .map(({ name }) => (
                <span key={name} className={monthClasses.event}>
                  {name}
                </span>
              ))}
          </th>
        ))}
      </tr>
      <tr>
        {days.flatMap((day) =>
          halfDayWords.map(([halfDay, words]) => (
            <th key={day + halfDay} scope="col" className={classes.half}>
              {words}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
