import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import { addYears, type PlainDate } from '../plain-date.ts';

/** A candidate, or a cohort whose learners are to come before the jury. */
export interface SessionComer {
  readonly name: string;
  /** First day of the course. */
  readonly startsOn: PlainDate;
}

/** Nobody convenes a jury further ahead than the longest course; a year typed wrong is. */
const yearsAhead = 3;

/**
 * Whether a jury can sit on that day: no candidate's course begins later, since what the jury judges
 * is a course (S1:L174), and the day is within three years. A session of some weeks ago may still be
 * written down. Paths point into the session.
 */
export function checkSessionDay(
  heldOn: PlainDate,
  comers: readonly SessionComer[],
  today: PlainDate,
): readonly Finding[] {
  if (heldOn > addYears(today, yearsAhead))
    return [
      error(
        'jury.day-within-reach',
        `Cette date est à plus de ${yearsAhead} ans : vérifiez l’année.`,
      ),
    ];
  const [last] = comers.toSorted((one, other) => other.startsOn.localeCompare(one.startsOn));
  if (!last || last.startsOn <= heldOn) return [];
  const message = `${last.name} ne commence que le ${formatDay(last.startsOn)} : le jury ne peut pas se tenir avant.`;
  return [error('jury.day-after-entry', message)];
}

const error = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/heldOn',
  message,
  source: 'S1:L174',
});
