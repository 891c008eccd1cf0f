import type { AccessRoute, CohortState, LearnerFacts, PlainDate } from '@jalon/domain';
import type { EnrolmentState } from './facts-row.ts';
import type { JuryVerdict } from './jury-verdicts.ts';

/** A learner of a cohort with all that is recorded of them. */
export interface LearnerRecord {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly state: EnrolmentState;
  readonly route: AccessRoute;
  readonly startsOn: PlainDate;
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
