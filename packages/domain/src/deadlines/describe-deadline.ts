import { countNoun, formatDay } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import { anchorNames, type DeadlineRow } from './compute-deadlines.ts';

export const deadlineUrgencies = ['late', 'within_30', 'within_90', 'later', 'settled'] as const;
export type DeadlineUrgency = (typeof deadlineUrgencies)[number];

export interface DeadlineStanding {
  readonly urgency: DeadlineUrgency;
  /** Days from today to the due day; negative once it has passed. */
  readonly daysLeft: number;
  /** The day the duty was met; `null` while it runs. */
  readonly settledOn: PlainDate | null;
  /** One sentence: where it stands. */
  readonly facts: string;
}

/**
 * Where a deadline stands on `today` (DOMAIN 6). Enrolling is settled by the day the learner enters
 * the training, once that day has come; obtaining, by the day the title was decided. What was done
 * before the clock started is told as such: it was not done « within » anything.
 */
export function describeDeadline(input: {
  readonly clock: Pick<DeadlineRow, 'kind' | 'anchor' | 'anchorOn' | 'dueOn'>;
  readonly enteredOn: PlainDate;
  readonly obtainedOn: PlainDate | null;
  readonly today: PlainDate;
}): DeadlineStanding {
  const { clock, enteredOn, obtainedOn, today } = input;
  const { kind, dueOn } = clock;
  const reached = kind === 'enrol' ? enteredOn : obtainedOn;
  const settledOn = reached !== null && reached <= today ? reached : null;
  const daysLeft = daysBetween(today, dueOn);
  if (settledOn !== null) {
    const verb = kind === 'enrol' ? 'Entrée en formation' : 'Obtenu';
    const facts = `${verb} le ${formatDay(settledOn)}, ${tellWhen(settledOn, clock)}.`;
    return { urgency: 'settled', daysLeft, settledOn, facts };
  }
  return { urgency: urgencyOf(daysLeft), daysLeft, settledOn, facts: countdown(daysLeft) };
}

function tellWhen(
  settledOn: PlainDate,
  { anchor, anchorOn, dueOn }: Pick<DeadlineRow, 'anchor' | 'anchorOn' | 'dueOn'>,
): string {
  if (settledOn < anchorOn) return `avant ${anchorNames[anchor]} du ${formatDay(anchorOn)}`;
  return settledOn <= dueOn ? 'dans le délai' : `après le délai du ${formatDay(dueOn)}`;
}

function urgencyOf(daysLeft: number): DeadlineUrgency {
  if (daysLeft < 0) return 'late';
  if (daysLeft < 30) return 'within_30';
  return daysLeft < 90 ? 'within_90' : 'later';
}

function countdown(daysLeft: number): string {
  if (daysLeft < 0) return `Dépassé depuis ${countNoun(-daysLeft, 'jour')}.`;
  return daysLeft === 0
    ? 'C’est aujourd’hui le dernier jour.'
    : `Dans ${countNoun(daysLeft, 'jour')}.`;
}
