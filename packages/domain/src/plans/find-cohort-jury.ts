import { groupBy } from '../group-by.ts';
import type { PlainDate } from '../plain-date.ts';

/** What is known of the juries that a cohort's learners go before. */
export interface CohortJuries {
  /** The day that the cohort's settings give. */
  readonly plannedOn: PlainDate | null;
  /** Days of the sessions prepared for its learners, one for each of them. */
  readonly sessionDays: readonly PlainDate[];
  readonly learners: number;
  readonly today: PlainDate;
}

/**
 * The day before which a cohort's programme is over, the AFGSU included (DOMAIN 12): the jury that
 * it plans, or the session at which at least half of its learners pass, two at least, whichever
 * comes first; `null` when neither is to come. A session of fewer binds their own paths (W3).
 */
export function findCohortJury(juries: CohortJuries): PlainDate | null {
  const { plannedOn, sessionDays, learners, today } = juries;
  const shared = [...groupBy(sessionDays, (day) => day)]
    .filter(([, { length }]) => length >= Math.max(2, learners / 2))
    .map(([day]) => day);
  return (
    [plannedOn, ...shared]
      .filter((day): day is PlainDate => day !== null && day >= today)
      .toSorted()[0] ?? null
  );
}
