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
  const verb = kind === 'enrol' ? 'Entrée en formation' : 'Obtenu';
  const standing = tellCountdown({ dueOn, settledOn }, verb, today);
  if (settledOn === null || settledOn >= clock.anchorOn) return standing;
  const before = `avant ${anchorNames[clock.anchor]} du ${formatDay(clock.anchorOn)}`;
  return { ...standing, facts: `${verb} le ${formatDay(settledOn)}, ${before}.` };
}

/** Where a duty with a last day stands: done, with this verb, on a day; else the days left. */
export function tellCountdown(
  { dueOn, settledOn }: { readonly dueOn: PlainDate; readonly settledOn: PlainDate | null },
  verb: string,
  today: PlainDate,
): DeadlineStanding {
  const daysLeft = daysBetween(today, dueOn);
  if (settledOn === null)
    return { urgency: urgencyOf(daysLeft), daysLeft, settledOn, facts: countdown(daysLeft) };
  const when = settledOn <= dueOn ? 'dans le délai' : `après le délai du ${formatDay(dueOn)}`;
  return {
    urgency: 'settled',
    daysLeft,
    settledOn,
    facts: `${verb} le ${formatDay(settledOn)}, ${when}.`,
  };
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
