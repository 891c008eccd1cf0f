import type { AccessRoute, DispensationState, EntryProfile, Funder } from '@jalon/domain';

/** How a learner of the story fares. */
export interface LearnerStory {
  readonly givenName: string;
  readonly birthName: string;
  readonly birthDate: string;
  readonly sex: 'F' | 'M';
  readonly profile: EntryProfile;
  readonly diplomaLevel: number;
  readonly experienceYears?: number;
  readonly route: AccessRoute;
  readonly funder: Funder;
  /** Index into the centre's practices. */
  readonly practice: number;
  /** The demonstration account that this learner logs in with. */
  readonly email?: string;
  /** Enters so many days after the cohort's start. */
  readonly entersAfterDays?: number;
  /** Absent on every n-th half-day. */
  readonly absentEvery?: number;
  /** Days from the jury to the end of the AFGSU: negative, it ends before. `null`: never obtained. */
  readonly afgsuLeft?: number | null;
  /** Block of which too few épreuves are acquired. */
  readonly failsBlock?: string;
  /** Block whose appraisal the tutor has not signed yet. */
  readonly unsignedBlock?: string;
  /** Module or block dispensed, and how far the request went. */
  readonly dispensation?: {
    readonly blockCode: string;
    readonly moduleCode: string | null;
    readonly minutes: number;
    readonly state: DispensationState;
  };
  /** Days from today to the hire; what makes a legal deadline near. */
  readonly hiredDaysAgo?: number;
  readonly withdraws?: true;
}

/** A cohort of the story. Days are counted from today, negative in the past. */
export interface CohortStory {
  /** « {saison} » stands for the season and year of the start. */
  readonly name: string;
  readonly frameworkCode: string;
  readonly startsIn: number;
  readonly weekdays: readonly number[];
  /** Has half-days today, on a working day; `weekdays` then count on week-ends alone. */
  readonly meetsToday?: true;
  /** What was not acquired is sat again before a jury that is open today. */
  readonly resitsToday?: true;
  readonly minutesPerDay: number;
  readonly closedMonths: readonly number[];
  readonly capacity: number;
  readonly juryIn: number | null;
  readonly state: 'draft' | 'planned' | 'running' | 'postponed' | 'completed';
  readonly room: string;
  readonly learners: readonly LearnerStory[];
}

export interface PracticeStory {
  readonly name: string;
  readonly kind: 'practice' | 'group' | 'health_centre';
  readonly phone: string;
  readonly tutor: {
    readonly givenName: string;
    readonly birthName: string;
    readonly email: string;
  };
  readonly tutorIsEmployer: boolean;
}

export interface CentreStory {
  readonly slug: string;
  readonly practices: readonly PracticeStory[];
  readonly jury: readonly {
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly college: 'employer' | 'employee';
    readonly isChair?: true;
  }[];
  readonly cohorts: readonly CohortStory[];
}
