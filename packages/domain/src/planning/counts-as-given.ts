import { hasBegun, type ParisMoment } from '../attendance/attendance-window.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import { type Closure, coversDay } from './find-day-off.ts';

/** What is known of a half-day once its day has come. */
export interface HeldFacts {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  /** Attendance is noted, or a sheet is signed. */
  readonly isRecorded: boolean;
  /** When its site is closed. */
  readonly closures: readonly Closure[];
  /** When its trainer is away or its room closed. */
  readonly absences: readonly Closure[];
}

/**
 * Whether the hours of a half-day count as given: attendance was noted, or its day has come and the
 * site was open. A day that is lost (snow, works) is not given because it goes by: its hours are to
 * be placed again (DOMAIN 8.1 and 12). What has not begun this very day is not given either while
 * its trainer is away or its room closed: somebody else may still hold it.
 */
export const countsAsGiven = (
  { date, startsAt, isRecorded, closures, absences }: HeldFacts,
  now: ParisMoment,
): boolean =>
  isRecorded ||
  (date <= now.day &&
    !coversDay(closures, date) &&
    (hasBegun({ date, startsAt }, now) || !coversDay(absences, date)));
