import { Temporal } from 'temporal-polyfill';

/** A calendar day without time or zone, `YYYY-MM-DD`. Strings so that facts stay serialisable. */
export type PlainDate = string;

/** An hour of the day as minutes since midnight, Paris time: 540 is 9 h. */
export type MinuteOfDay = number;

/** Parses a day. @throws RangeError when it is not a real day of the calendar. */
export const toTemporal = (day: PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.from(day, { overflow: 'reject' });

const epoch = Temporal.PlainDate.from('1970-01-01');
/** Parsing a day takes longer than any rule that asks for it: a plan asks for the same few thousands of times. */
const numbers = new Map<PlainDate, number>();
const names = new Map<number, PlainDate>();
/** Thirty years of days; beyond, the memory starts again. */
const daysKept = 11_000;

/** Days from 1 January 1970 to `day`: what comparing and counting days is done with. */
function numberOf(day: PlainDate): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = epoch.until(toTemporal(day)).days;
  if (numbers.size >= daysKept) numbers.clear();
  numbers.set(day, number);
  return number;
}

/** The day of that number, the inverse of `numberOf`. */
function dayOf(number: number): PlainDate {
  const known = names.get(number);
  if (known !== undefined) return known;
  const day = epoch.add({ days: number }).toString();
  if (names.size >= daysKept) names.clear();
  names.set(number, day);
  return day;
}

/** The day `count` days after `day` (before, when negative). */
export const addDays = (day: PlainDate, count: number): PlainDate => dayOf(numberOf(day) + count);

/** Same day and month `count` years later; 29 February becomes 28 February (DOMAIN 6). */
export const addYears = (day: PlainDate, count: number): PlainDate =>
  toTemporal(day).add({ years: count }, { overflow: 'constrain' }).toString();

/** Same day `count` months later, or the last day of a shorter month. */
export const addMonths = (day: PlainDate, count: number): PlainDate =>
  toTemporal(day).add({ months: count }, { overflow: 'constrain' }).toString();

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  numberOf(to) - numberOf(from);

/** 1 for Monday to 7 for Sunday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: PlainDate): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;

/** Whole years from a birth date to `day`; someone born on 29 February ages on 1 March in other years. */
export const ageOn = (birthDate: PlainDate, day: PlainDate): number =>
  Number(day.slice(0, 4)) -
  Number(birthDate.slice(0, 4)) -
  (day.slice(4) < birthDate.slice(4) ? 1 : 0);

/** First and last day that somebody may type: of a living person or of a training. */
const typedFrom = '1900-01-01';
const typedTo = '2199-12-31';

/** Whether a day is of a year that is believed of a form or of a file: 1900 to 2199. */
export const isTypedYear = (day: PlainDate): boolean => day >= typedFrom && day <= typedTo;

/** What is said of a day of another year. */
export const sayTypedYears = 'Indiquez une année entre 1900 et 2199.';

/** The later of two days. */
export const latestDay = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
