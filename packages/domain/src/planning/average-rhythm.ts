import type { PlainDate } from '../plain-date.ts';
import { mondayOf } from '../plans/week.ts';
import { listOpenHalfDays, type Rhythm } from './list-open-half-days.ts';

/** Days by which one week may be fuller than the average. */
const spareDays = 1;

/** How many days a cohort may be taught when it comes fewer days than it could (H5). */
export interface RhythmCap {
  /** Days of a week on average. */
  readonly daysPerWeek: number;
  /** Days that no single week exceeds. */
  readonly daysInOneWeek: number;
  /** Weeks with at least one open day, from the cohort's first day to its last. */
  readonly openWeeks: number;
  /** Days that the whole plan does not exceed: the average times the open weeks. */
  readonly daysInAll: number;
}

const known = new WeakMap<Rhythm, RhythmCap | null>();

/**
 * The « rythme moyen » of a cohort (H5): the days on which it is taught, shared out over its open
 * weeks and rounded up, do not exceed `daysPerWeek`, and no week exceeds it by more than one day.
 * `null` when every chosen weekday is taught: then the weekdays say it all.
 *
 * @throws RangeError when a day of the rhythm is not a real day.
 */
export function capRhythm(rhythm: Rhythm): RhythmCap | null {
  const cached = known.get(rhythm);
  if (cached !== undefined) return cached;
  const cap = computeCap(rhythm);
  known.set(rhythm, cap);
  return cap;
}

function computeCap(rhythm: Rhythm): RhythmCap | null {
  const { daysPerWeek, weekdays } = rhythm;
  if (!isAverage(rhythm)) return null;
  const weeks = new Set<PlainDate>();
  for (const { date } of listOpenHalfDays(rhythm)) weeks.add(mondayOf(date));
  const average = daysPerWeek ?? weekdays.length;
  return {
    daysPerWeek: average,
    daysInOneWeek: average + spareDays,
    openWeeks: weeks.size,
    daysInAll: average * weeks.size,
  };
}

/** Whether a cohort comes fewer days a week than the weekdays that it may use. */
export const isAverage = ({
  daysPerWeek,
  weekdays,
}: Pick<Rhythm, 'daysPerWeek' | 'weekdays'>): boolean =>
  typeof daysPerWeek === 'number' && daysPerWeek < weekdays.length;
