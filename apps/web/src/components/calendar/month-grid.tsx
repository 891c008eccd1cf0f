import { type HalfDay, monthNames, weekdayOf } from '@jalon/domain';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { readToday } from '../../lib/read-today.ts';
import { listWeeks, type Month, shiftMonth } from './month.ts';
import classes from './month-grid.module.css';
import { type GridSlot, SlotChip } from './slot-chip.tsx';

interface MonthGridProps {
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
  readonly slots: readonly GridSlot[];
  readonly daysOff: readonly { readonly date: string; readonly reason: string }[];
  /** Positioning, juries: said under the day. */
  readonly events?: readonly { readonly date: string; readonly name: string }[];
  readonly selectedKey?: string | null;
  /** Without it the half-days are only read. */
  readonly onSelect?: (key: string) => void;
  /** At the end of the bar: filters, other views. */
  readonly tools?: ReactNode;
  /** Only the choice of the month: the half-days are shown as a list under it. */
  readonly isBarOnly?: boolean;
}

interface MonthTableProps extends Omit<MonthGridProps, 'onMonth' | 'tools' | 'isBarOnly'> {
  /** What the table is, for those who do not see it; its month by default. */
  readonly label?: string;
  /** The weekdays that have a column, 1 for Monday; else Monday to Friday, Saturday when it is used. */
  readonly weekdays?: readonly number[];
}

export const dayWords = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const halves: readonly (readonly [HalfDay, string, string])[] = [
  ['morning', 'Matin', '9 h – 12 h 30'],
  ['afternoon', 'Après-midi', '13 h 30 – 17 h'],
];

/** A month in weeks, mornings over afternoons; each half-day is a button in its block's tint. */
export function MonthGrid({ onMonth, tools, isBarOnly, ...table }: MonthGridProps) {
  return (
    <div>
      <MonthBar month={table.month} onMonth={onMonth} tools={tools} />
      {!isBarOnly && <MonthTable {...table} />}
    </div>
  );
}

/** The half-days of a month, without the choice of the month. */
export function MonthTable(props: MonthTableProps) {
  const { month, slots, weekdays, label } = props;
  const weeks = listWeeks(month);
  const isShown = ({ date }: { readonly date: string }) => weeks.flat().includes(date);
  const shown = slots.filter(isShown);
  const events = (props.events ?? []).filter(isShown);
  const hasSaturday = [...shown, ...events].some(({ date }) => weekdayOf(date) === 6);
  const isColumn = (day: string) =>
    weekdays?.includes(weekdayOf(day)) ?? weekdayOf(day) <= (hasSaturday ? 6 : 5);
  return (
    <div className={classes.frame}>
      <table
        className={classes.grid}
        aria-label={label ?? `Calendrier de ${sayMonth(month)}`}
        style={weekdays && { minWidth: 0 }}
      >
        {weeks.map((week) => (
          <Week key={week[0]} {...props} slots={shown} days={week.filter(isColumn)} />
        ))}
      </table>
    </div>
  );
}

/** The choice of the month. */
export function MonthBar({
  month,
  onMonth,
  tools,
}: Pick<MonthGridProps, 'month' | 'onMonth' | 'tools'>) {
  return (
    <div className={classes.bar}>
      <Button onClick={() => onMonth(shiftMonth(month, -1))} aria-label="Mois précédent">
        ←
      </Button>
      <span className={classes.month} role="status">
        {sayMonth(month)}
      </span>
      <Button onClick={() => onMonth(shiftMonth(month, 1))} aria-label="Mois suivant">
        →
      </Button>
      {tools}
    </div>
  );
}

export function sayMonth(month: Month): string {
  const [year, number] = month.split('-');
  return `${monthNames[Number(number) - 1]} ${year}`;
}

function Week({
  days,
  month,
  slots,
  daysOff,
  events = [],
  selectedKey,
  onSelect,
}: MonthTableProps & { readonly days: readonly string[] }) {
  const today = readToday();
  return (
    <tbody>
      <tr className={classes.days}>
        <td className={classes.half} />
        {days.map((day) => (
          <th
            key={day}
            scope="col"
            data-outside={!day.startsWith(month)}
            data-today={day === today}
            {...(day === today ? { 'aria-current': 'date' as const } : {})}
          >
            {dayWords[weekdayOf(day) - 1]} {day.endsWith('-01') ? '1er' : Number(day.slice(8))}
            {day.endsWith('-01') ? ` ${monthNames[Number(day.slice(5, 7)) - 1]}` : ''}
            {events
              .filter(({ date }) => date === day)
              .map(({ name }) => (
                <span key={name} className={classes.event}>
                  {name}
                </span>
              ))}
          </th>
        ))}
      </tr>
      {halves.map(([halfDay, words, hours]) => (
        <tr key={halfDay}>
          <th scope="row" className={classes.half}>
            {words}
            <span className={classes.hours}>{hours}</span>
          </th>
          {days.map((day) => {
            const here = slots.filter((slot) => slot.date === day && slot.halfDay === halfDay);
            const off = daysOff.find(({ date }) => date === day);
            if (here.length === 0 && off)
              return (
                <td key={day} className={classes.closed}>
                  {halfDay === 'morning' ? off.reason : ''}
                </td>
              );
            return (
              <td key={day}>
                {here.map((slot) => (
                  <SlotChip
                    key={slot.key}
                    slot={slot}
                    isSelected={slot.key === selectedKey}
                    onSelect={onSelect}
                  />
                ))}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
