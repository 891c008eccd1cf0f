import type { AccessRoute, CohortState, LearnerFacts, ParisMoment, PlainDate } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { collectLearners } from './collect-learners.ts';
import type { EnrolmentState, FactsRow } from './facts-row.ts';
import type { JuryVerdict } from './jury-verdicts.ts';
import { type FactsScope, learnerFactsText } from './learner-facts.sql.ts';

/** A learner of a cohort with all that is recorded of them. */
export interface LearnerRecord {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly state: EnrolmentState;
  readonly route: AccessRoute;
  /** Decisions of closed sessions, oldest first. */
  readonly verdicts: readonly JuryVerdict[];
  readonly facts: LearnerFacts;
  /** The session in which the learner is next presented; `null` when only a day is planned. */
  readonly nextJuryId: string | null;
}

/** A cohort that has learners, and its jury's planned day. */
export interface CohortRecord {
  readonly id: string;
  readonly name: string;
  readonly frameworkVersionId: string;
  readonly state: CohortState;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly juryOn: PlainDate | null;
  readonly siteName: string;
}

const texts: Record<FactsScope, string> = {
  cohorts: learnerFactsText('cohorts'),
  enrolments: learnerFactsText('enrolments'),
};

/**
 * Reads the facts of the learners of these cohorts, or of these enrolments, in one round trip. With
 * no moment, what depends on the clock is left out: rates, next half-days and juries, tutors in post.
 */
export async function readLearnerFacts(
  query: Query,
  scope: FactsScope,
  ids: readonly string[],
  now: ParisMoment | null,
): Promise<{
  readonly learners: readonly LearnerRecord[];
  readonly cohorts: readonly CohortRecord[];
}> {
  const [row] = await query<FactsRow>({
    name: `learner-facts-${scope}`,
    text: texts[scope],
    values: [ids, now?.day ?? null, now?.minute ?? null],
  });
  const cohorts = (row?.cohorts ?? []).map(
    ([id, name, frameworkVersionId, state, startsOn, endsOn, juryOn, siteName]) => ({
      id,
      name,
      frameworkVersionId,
      state,
      startsOn,
      endsOn,
      juryOn,
      siteName,
    }),
  );
  return { learners: row ? collectLearners(row, cohorts, now?.day ?? null) : [], cohorts };
}
