import type { WaivedHours } from '../dispensations/minutes-waived.ts';
import type { PlainDate } from '../plain-date.ts';
import { type ContractPeriod, isUnderContract } from './check-contracts.ts';
import { type DatedSlot, isTakenOff } from './expected-slots.ts';

/** An employment during which a tutor accompanies a learner. */
export interface Tutoring extends ContractPeriod {
  readonly tutorId: string;
}

/** An enrolment, as far as it says which half-days are followed. */
export interface Follower {
  readonly state: 'active' | 'withdrawn' | 'completed';
  readonly startsOn: PlainDate;
  /** Last day, included; `null` while none is known. */
  readonly endsOn: PlainDate | null;
  /** The runs of the learner's path, of their own cohort and of others. */
  readonly runIds: ReadonlySet<string>;
  /** `null` without any dispensation. */
  readonly waived: WaivedHours | null;
  readonly tutorings: readonly Tutoring[];
}

/** A half-day of a run. */
export interface RunHalfDay extends DatedSlot {
  readonly runId: string;
}

/** A learner who is expected at a half-day. */
export interface Expected {
  /** The tutors who miss them at the practice that day. */
  readonly tutorIds: readonly string[];
}

/**
 * Whether a learner is expected at a half-day, and which tutors miss them that day: their path has
 * its run, it lies within their own dates, and no dispensation takes it off (DOMAIN 5.2, 12; W3). A
 * tutor misses them while the employment that names the tutor lasts. `null` when not expected; who
 * has withdrawn on no known day is expected nowhere.
 *
 * @param others the other half-days of the run that stand: which ones a part of a module takes off
 *   depends on which are the last
 */
export function expectAt(
  halfDay: RunHalfDay,
  { state, startsOn, endsOn, runIds, waived, tutorings }: Follower,
  others: readonly DatedSlot[],
): Expected | null {
  const { date, runId } = halfDay;
  if (!runIds.has(runId) || date < startsOn || (endsOn !== null && date > endsOn)) return null;
  if (state === 'withdrawn' && endsOn === null) return null;
  if (waived !== null && isTakenOff(halfDay, [...others, halfDay], waived)) return null;
  const missing = tutorings.filter((tutoring) => isUnderContract(tutoring, date));
  return { tutorIds: [...new Set(missing.map(({ tutorId }) => tutorId))] };
}
