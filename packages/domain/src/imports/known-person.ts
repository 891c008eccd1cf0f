import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { RecordedDay } from '../enrolments/check-recorded-days.ts';
import type { KnownTutor } from '../people/recognise-tutor.ts';
import type { PlainDate } from '../plain-date.ts';
import type { LearnerRow } from './read-learner-row.ts';

/** An enrolment in the cohort of the import. */
export interface KnownEnrolment {
  readonly id: string;
  readonly state: EnrolmentState;
  readonly endsOn: PlainDate | null;
  /** What was recorded of it, the first and the last of each kind at least. */
  readonly recorded: readonly RecordedDay[];
  /** Modules and evaluations that its path holds. */
  readonly pathLength: number;
  readonly record: Partial<LearnerRow>;
}

export interface KnownEmployment {
  readonly id: string;
  readonly endsOn: PlainDate | null;
  /** Somebody is its tutor, with a mail or without. */
  readonly hasTutor: boolean;
  readonly record: Partial<LearnerRow>;
}

/** A person of the centre, with what the file may change. */
export interface KnownPerson extends KnownTutor {
  readonly id: string;
  readonly record: Partial<LearnerRow>;
  /** Their enrolment in the cohort of the import. */
  readonly enrolment: KnownEnrolment | null;
  readonly employments: readonly KnownEmployment[];
}
