import { addDays, formatDay, mondayOf, monthNames, weekdayOf } from '@jalon/domain';

/** Monday to Friday of a day's week, and the days of its week-end that have half-days. */
export function listWeekDays(
  day: string,
  slots: readonly { readonly date: string }[] = [],
): readonly string[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (date) => weekdayOf(date) <= 5 || slots.some((slot) => slot.date === date),
  );
}

/** « 23 au 27 novembre 2026 », « 30 novembre au 4 décembre 2026 ». */
export function sayWeek(day: string): string {
  const monday = mondayOf(day);
  const friday = addDays(monday, 4);
  const sameYear = monday.slice(0, 4) === friday.slice(0, 4);
  const from = !sameYear
    ? formatDay(monday)
    : monday.slice(0, 7) === friday.slice(0, 7)
      ? sayDayNumber(monday)
      : `${sayDayNumber(monday)} ${monthNames[Number(monday.slice(5, 7)) - 1]}`;
  return `${from} au ${formatDay(friday)}`;
}

/** « 1er », « 23 ». */
export const sayDayNumber = (day: string): string =>
  day.endsWith('-01') ? '1er' : String(Number(day.slice(8)));
