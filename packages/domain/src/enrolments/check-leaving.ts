import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';
import { latestDay, type PlainDate } from '../plain-date.ts';

/** Entry is possible at any time of the year, and every enrolment has its own dates (W3). */
const source = 'W3 ; DOMAIN 12';

const error = (rule: string, path: string, message: string): readonly Finding[] => [
  { rule, severity: 'error', path, message, source },
];

/** An enrolment ends on the day of its entry at the earliest; `null` while it has no end. */
export function checkEnrolmentDates(dates: {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
}): readonly Finding[] {
  if (dates.endsOn === null || dates.endsOn >= dates.startsOn) return [];
  return error(
    'enrolment.ends-after-entry',
    '/endsOn',
    'La fin de la formation ne peut pas précéder l’entrée.',
  );
}

/**
 * Only an active enrolment can be abandoned, between the day of its entry and `today`: it ends at
 * once. One whose entry is to come is abandoned on that day.
 */
export function checkWithdrawal(
  enrolment: { readonly state: EnrolmentState; readonly startsOn: PlainDate },
  on: PlainDate,
  today: PlainDate,
): readonly Finding[] {
  if (enrolment.state !== 'active') {
    return error('enrolment.active', '', 'Cette inscription n’est plus active.');
  }
  if (on > latestDay(today, enrolment.startsOn)) {
    const message = 'Cette date est à venir : notez l’abandon le jour où il a lieu.';
    return error('enrolment.withdrawn-already', '/on', message);
  }
  if (on >= enrolment.startsOn) return [];
  return error(
    'enrolment.withdrawn-after-entry',
    '/on',
    'L’abandon ne peut pas précéder l’entrée.',
  );
}

/** Only an abandonment can be undone; the enrolment then finds its planned end again. */
export const checkReinstatement = (state: EnrolmentState): readonly Finding[] =>
  state === 'withdrawn'
    ? []
    : error('enrolment.withdrawn', '', 'Cette inscription n’est pas abandonnée.');
