import type { CalendarSlot } from '@jalon/contract';
import { type HalfDay, weekdayOf } from '@jalon/domain';
import { readToday } from '../../lib/read-today.ts';
import { dayWords } from './month-grid.tsx';
import { type LineKind, type ResourceLine, toLineSlot } from './resource-lines.ts';
import { SlotChip } from './slot-chip.tsx';
import { sayDayNumber } from './week.ts';
import classes from './week-grid.module.css';

interface WeekGridProps {
  readonly kind: LineKind;
  readonly lines: readonly ResourceLine[];
  readonly days: readonly string[];
  readonly daysOff: readonly { readonly date: string; readonly reason: string }[];
  readonly label: string;
  readonly selectedKey: string | null;
  readonly onSelect: (slotId: string) => void;
}

const halfDayWords: readonly (readonly [HalfDay, string])[] = [
  ['morning', 'Matin'],
  ['afternoon', 'Après-midi'],
];
const lineWords: Readonly<Record<LineKind, string>> = {
  cohortes: 'Cohorte',
  formateurs: 'Formateur',
  salles: 'Salle',
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
                  <Cell key={date + halfDay} {...props} line={line} date={date} halfDay={halfDay} />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads({ kind, days, daysOff }: WeekGridProps) {
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

interface CellProps extends WeekGridProps {
  readonly line: ResourceLine;
  readonly date: string;
  readonly halfDay: HalfDay;
}

function Cell({ kind, line, date, halfDay, daysOff, selectedKey, onSelect }: CellProps) {
  const here = line.slots.filter((slot) => slot.date === date && slot.halfDay === halfDay);
  const isOff = daysOff.some((off) => off.date === date);
  return (
    <td
      className={classes.cell}
      data-half={halfDay}
      data-off={isOff && here.length === 0}
      data-today={date === readToday()}
    >
      {here.map((slot: CalendarSlot) => (
        <SlotChip
          key={slot.id}
          slot={toLineSlot(kind, slot)}
          isShort
          isSelected={slot.id === selectedKey}
          onSelect={onSelect}
        />
      ))}
    </td>
  );
}
