import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { KnownTutor } from '../people/recognise-tutor.ts';
import type { LearnerRow } from './read-learner-row.ts';

/** A person of the centre, with what the file may change. */
export interface KnownPerson extends KnownTutor {
  readonly id: string;
  readonly record: Partial<LearnerRow>;
  /** Their enrolment in the cohort of the import. */
  readonly enrolment: {
    readonly id: string;
    readonly state: EnrolmentState;
    readonly record: Partial<LearnerRow>;
  } | null;
  readonly employments: readonly {
    readonly id: string;
    readonly record: Partial<LearnerRow>;
  }[];
}
