import { groupBy } from '../group-by.ts';
import { nextJuryDay } from '../juries/next-jury-day.ts';
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
  const { plannedOn, today } = juries;
  return (
    [plannedOn, ...listSharedDays(juries)]
      .filter((day): day is PlainDate => day !== null && day >= today)
      .toSorted()[0] ?? null
  );
}

/**
 * The day that a cohort's own calendar tells as its jury: the first coming session that binds it
 * (`findCohortJury`), which takes the place of the day that it planned, as it does for each of its
 * learners (`nextJuryDay`); else the planned day. `null` when neither is to come.
 */
export const tellCohortJury = (juries: CohortJuries): PlainDate | null =>
  nextJuryDay({
    sessionDays: listSharedDays(juries),
    plannedOn: isJuryForeseen(juries) ? juries.plannedOn : null,
    today: juries.today,
  });

/**
 * Whether the day that a cohort plans is still that of somebody's jury: until a session of at least
 * half of its learners is prepared, or each of them has one.
 */
export const isJuryForeseen = (juries: SessionsOfCohort): boolean =>
  listSharedDays(juries).length === 0 &&
  (juries.learners === 0 || juries.sessionDays.length < juries.learners);

type SessionsOfCohort = Pick<CohortJuries, 'sessionDays' | 'learners'>;

/** The days of the sessions at which at least half of the learners pass, two at least. */
export const listSharedDays = ({ sessionDays, learners }: SessionsOfCohort): readonly PlainDate[] =>
  [...groupBy(sessionDays, (day) => day)]
    .filter(([, { length }]) => length >= Math.max(2, learners / 2))
    .map(([day]) => day);
