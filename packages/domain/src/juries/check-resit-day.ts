import type { Finding } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';

/** Whether a re-sit may be planned for that day: a later session (S1:L176) is today or to come. */
export function checkResitDay(plannedOn: PlainDate, today: PlainDate): readonly Finding[] {
  if (plannedOn >= today) return [];
  return [
    {
      rule: 'resit.planned-ahead',
      severity: 'error',
      path: '/plannedOn',
      message: 'Choisissez une date à venir.',
      source: 'S1:L176',
    },
  ];
}
