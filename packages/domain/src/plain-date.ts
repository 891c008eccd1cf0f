import { Temporal } from 'temporal-polyfill';

/** A calendar day without time or zone, `YYYY-MM-DD`. Strings so that facts stay serialisable. */
export type PlainDate = string;

/** An hour of the day as minutes since midnight, Paris time: 540 is 9 h. */
export type MinuteOfDay = number;

/** Parses a day. @throws RangeError when it is not a real day of the calendar. */
export const toTemporal = (day: PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.from(day, { overflow: 'reject' });

/** The day `count` days after `day` (before, when negative). */
export const addDays = (day: PlainDate, count: number): PlainDate =>
  toTemporal(day).add({ days: count }).toString();

/** Same day and month `count` years later; 29 February becomes 28 February (DOMAIN 6). */
export const addYears = (day: PlainDate, count: number): PlainDate =>
  toTemporal(day).add({ years: count }, { overflow: 'constrain' }).toString();

/** Same day `count` months later, or the last day of a shorter month. */
export const addMonths = (day: PlainDate, count: number): PlainDate =>
  toTemporal(day).add({ months: count }, { overflow: 'constrain' }).toString();

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  toTemporal(from).until(toTemporal(to), { largestUnit: 'days' }).days;

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: PlainDate): number => toTemporal(day).dayOfWeek;

/** Whole years from a birth date to `day`; someone born on 29 February ages on 1 March in other years. */
export const ageOn = (birthDate: PlainDate, day: PlainDate): number =>
  Number(day.slice(0, 4)) -
  Number(birthDate.slice(0, 4)) -
  (day.slice(4) < birthDate.slice(4) ? 1 : 0);
