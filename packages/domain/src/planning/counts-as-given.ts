import type { PlainDate } from '../plain-date.ts';
import type { Closure } from './find-day-off.ts';

/** What is known of a half-day once its day has come. */
export interface HeldFacts {
  readonly date: PlainDate;
  /** Attendance is noted, or a sheet is signed. */
  readonly isRecorded: boolean;
  /** When its site is closed. */
  readonly closures: readonly Closure[];
}

/**
 * Whether the hours of a half-day count as given: attendance was noted, or its day has come and the
 * site was open. A day that is lost (snow, works) is not given because it goes by: its hours are to
 * be placed again (DOMAIN 8.1 and 12).
 */
export const countsAsGiven = (
  { date, isRecorded, closures }: HeldFacts,
  today: PlainDate,
): boolean =>
  isRecorded || (date <= today && !closures.some(({ from, to }) => from <= date && date <= to));
