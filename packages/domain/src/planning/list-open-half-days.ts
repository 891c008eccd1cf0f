import { addDays, type MinuteOfDay, type PlainDate, weekdayOf } from '../plain-date.ts';
import type { HalfDay } from '../vocabulary.ts';
import { type DayOff, listDayOffReasons, type OpeningRules } from './find-day-off.ts';

/** A training day is 7 h, a half-day 3 h 30 (DOMAIN 12). */
export const maxMinutesPerDay = 420;
export const maxMinutesPerHalfDay = 210;
const morningStart: MinuteOfDay = 540;
const afternoonStart: MinuteOfDay = 810;

/** When a cohort may meet: its usual days between two dates, less what closes them. */
export interface Rhythm extends OpeningRules {
  readonly startsOn: PlainDate;
  /** Last possible day, included. */
  readonly endsOn: PlainDate;
  /** Days of teaching, 1 for Monday to 7 for Sunday (a Sunday is never planned). */
  readonly weekdays: readonly number[];
  /** How many of the weekdays are taught on average (H5); absent or `null` for all of them. */
  readonly daysPerWeek?: number | null;
  /** The day on which entrants are positioned: teaching begins the day after (DOMAIN 5.3). */
  readonly positioningOn?: PlainDate | null;
  /** 1 to 420. Up to 210 the cohort meets in the morning only, beyond in two equal halves. */
  readonly minutesPerDay: number;
}

/** A half-day on which a cohort may meet, and the most minutes that it holds. */
export interface OpenHalfDay {
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
}

/** Every half-day on which a cohort may meet, in order; usual days that are off go to `onDayOff`. */
export function* listOpenHalfDays(
  rhythm: Rhythm,
  onDayOff: (dayOff: DayOff) => void = () => {},
): Generator<OpenHalfDay, undefined> {
  for (let date = rhythm.startsOn; date <= rhythm.endsOn; date = addDays(date, 1)) {
    if (!rhythm.weekdays.includes(weekdayOf(date)) || !isPositioned(date, rhythm)) continue;
    const [dayOff] = listDayOffReasons(date, rhythm);
    if (dayOff === undefined) yield* splitDay(date, rhythm.minutesPerDay);
    else onDayOff(dayOff);
  }
}

/** Whether entrants have been positioned before that day (Qualiopi 8): teaching comes after. */
export const isPositioned = (
  day: PlainDate,
  { positioningOn }: { readonly positioningOn?: PlainDate | null },
): boolean => positioningOn === null || positioningOn === undefined || day > positioningOn;

/** The half-days of a training day of `minutesPerDay`, 1 to 420. */
export function splitDay(date: PlainDate, minutesPerDay: number): readonly OpenHalfDay[] {
  const isMorningOnly = minutesPerDay <= maxMinutesPerHalfDay;
  const morning = isMorningOnly ? minutesPerDay : Math.ceil(minutesPerDay / 2);
  const first = { date, halfDay: 'morning', startsAt: morningStart, minutes: morning } as const;
  if (isMorningOnly) return [first];
  return [
    first,
    { date, halfDay: 'afternoon', startsAt: afternoonStart, minutes: minutesPerDay - morning },
  ];
}
