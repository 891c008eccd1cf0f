import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/**
 * Whether a cohort may begin on that day: not after the first half-day on which somebody's presence is
 * recorded, which stays where it was held (DOMAIN 8.1).
 */
export function checkCohortStart(
  startsOn: PlainDate,
  firstRecordedOn: PlainDate | null,
): readonly Finding[] {
  if (firstRecordedOn === null || startsOn <= firstRecordedOn) return [];
  const message = `Des présences sont notées dans cette cohorte depuis le ${formatDay(firstRecordedOn)} : elle ne commence pas après.`;
  return [
    {
      rule: 'cohort.starts-before-record',
      severity: 'error',
      path: '/startsOn',
      message,
      source: 'DOMAIN 8.1',
    },
  ];
}
