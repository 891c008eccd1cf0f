import type { PlainDate } from '../plain-date.ts';

/**
 * The day of a learner's next jury: the first coming session in which they are presented, whatever
 * their cohort plans — a re-sitter has a session of their own (S1:L176) — else the day that their
 * cohort plans, while it is to come. `null` when neither is.
 */
export function nextJuryDay(input: {
  /** Days of the sessions that are not closed and have the learner among their candidates. */
  readonly sessionDays: readonly PlainDate[];
  readonly plannedOn: PlainDate | null;
  readonly today: PlainDate;
}): PlainDate | null {
  const { sessionDays, plannedOn, today } = input;
  const [first] = sessionDays.filter((day) => day >= today).toSorted();
  if (first !== undefined) return first;
  return plannedOn !== null && plannedOn >= today ? plannedOn : null;
}
