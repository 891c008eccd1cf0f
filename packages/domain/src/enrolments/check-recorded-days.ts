import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** Something that was written down of a learner, on the day on which it happened. */
export interface RecordedDay {
  readonly kind: 'presence' | 'assessment' | 'decision';
  readonly on: PlainDate;
}

const what: Readonly<Record<RecordedDay['kind'], string>> = {
  presence: 'Une présence est notée',
  assessment: 'Une épreuve est notée',
  decision: 'Un jury s’est prononcé',
};

/**
 * Whether an entry may be moved to that day: what was recorded of the learner happened during the
 * course (DOMAIN 12), so it does not begin after the first of it.
 */
export function checkEntryMoved(
  startsOn: PlainDate,
  recorded: readonly RecordedDay[],
): readonly Finding[] {
  const [first] = recorded.toSorted((one, other) => one.on.localeCompare(other.on));
  if (!first || startsOn <= first.on) return [];
  const message = `${what[first.kind]} le ${formatDay(first.on)} : l’entrée en formation ne peut pas la suivre.`;
  return [error('enrolment.entry-before-record', '/startsOn', message)];
}

/** Whether somebody can have left on that day: nothing of the course was recorded of them later. */
export function checkLeftAfterRecord(
  on: PlainDate,
  recorded: readonly RecordedDay[],
): readonly Finding[] {
  const last = lastOfCourse(recorded);
  if (!last || on >= last.on) return [];
  const message = `${what[last.kind]} le ${formatDay(last.on)} : l’abandon ne peut pas la précéder.`;
  return [error('enrolment.left-after-record', '/on', message)];
}

/**
 * Whether a course can end on that day: nothing of it was recorded later. A jury may still decide
 * afterwards. `null`, an end that nobody knows yet, contradicts nothing.
 */
export function checkEndAfterRecord(
  endsOn: PlainDate | null,
  recorded: readonly RecordedDay[],
): readonly Finding[] {
  const last = lastOfCourse(recorded);
  if (endsOn === null || !last || endsOn >= last.on) return [];
  const message = `${what[last.kind]} le ${formatDay(last.on)} : la formation ne peut pas finir avant.`;
  return [error('enrolment.end-after-record', '/endsOn', message)];
}

/** A jury decides after the course as well. */
const lastOfCourse = (recorded: readonly RecordedDay[]): RecordedDay | undefined =>
  recorded
    .filter(({ kind }) => kind !== 'decision')
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .at(-1);

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 12',
});
