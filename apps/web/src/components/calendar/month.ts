import { addDays, weekdayOf } from '@jalon/domain';
import { readToday } from '../../lib/read-today.ts';

/** `YYYY-MM`. */
export type Month = string;

const dayMs = 86_400_000;
const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const monthOf = (day: string): Month => day.slice(0, 7);

/** The month `count` months later, or before when negative. */
export function shiftMonth(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return toIso(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

/** The weeks that a month touches, Monday to Sunday, each day `YYYY-MM-DD`. */
export function listWeeks(month: Month): readonly (readonly string[])[] {
  const first = Date.parse(`${month}-01`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const weeks: string[][] = [];
  for (let start = monday; toIso(start).slice(0, 7) <= month; start += 7 * dayMs) {
    weeks.push(Array.from({ length: 7 }, (_, index) => toIso(start + index * dayMs)));
  }
  return weeks;
}

/** From the first Monday to the last Sunday that a month's page shows. */
export function monthRange(month: Month): { readonly from: string; readonly to: string } {
  const weeks = listWeeks(month);
  return { from: weeks[0]?.[0] ?? `${month}-01`, to: weeks.at(-1)?.[6] ?? `${month}-28` };
}

/** The month of the next half-day, or of the last one when all are past. */
export function firstMonth(slots: readonly { readonly date: string }[], startsOn: string): string {
  const today = readToday();
  const next = slots.find(({ date }) => date >= today) ?? slots.at(-1);
  return monthOf(next?.date ?? startsOn);
}

/** The day that a month's week opens on: of its next half-day, or of its first one. */
export function firstDayIn(month: Month, slots: readonly { readonly date: string }[]): string {
  const today = readToday();
  const here = slots.filter(({ date }) => monthOf(date) === month);
  const next = here.find(({ date }) => date >= today) ?? here[0];
  return next?.date ?? `${month}-01`;
}

/** The first day from `from` on of these weekdays (1 Monday to 7 Sunday) that is no day off. */
export function nextTeachingDay(
  from: string,
  weekdays: readonly number[],
  daysOff: readonly string[],
): string | null {
  const days = Array.from({ length: 62 }, (_, index) => addDays(from, index));
  return days.find((day) => weekdays.includes(weekdayOf(day)) && !daysOff.includes(day)) ?? null;
}
