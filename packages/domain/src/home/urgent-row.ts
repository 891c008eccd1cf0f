import type { PlainDate } from '../plain-date.ts';
import type { CohortState } from '../vocabulary.ts';

export const urgentKinds = [
  'appraisal',
  'attendance',
  'dispensation',
  'resit',
  'credential',
  'deadline',
  'rate',
  'jury',
  'identity',
  'path',
  'start',
] as const;
export type UrgentKind = (typeof urgentKinds)[number];

export const urgentPages = [
  'paper_form',
  'attendance',
  'dispensation',
  'resits',
  'learner',
  'deadlines',
  'board',
  'cohort_learners',
  'cohort_sheets',
  'cohort_settings',
  'new_jury',
] as const;
/** Where the action leads; `targetId` is the row of that kind. */
export type UrgentPage = (typeof urgentPages)[number];

/** One thing of the morning: « − 4 jours · Cissé Aminata : appréciation du bloc B3 non signée ». */
export interface UrgentRow {
  readonly kind: UrgentKind;
  /** Days left; negative when late; `null` when no day binds. */
  readonly days: number | null;
  /** Who or what, in bold. */
  readonly subject: string;
  /** What is the matter: goes on after the subject. */
  readonly fact: string;
  /** One sentence or two: since when, who knows, what comes next. */
  readonly why: string;
  readonly action: {
    readonly label: string;
    readonly page: UrgentPage;
    readonly targetId: string;
    /** The block that a paper form is for; `null` elsewhere. */
    readonly blockCode: string | null;
  };
  /** Someone to call; `null` when there is nobody. */
  readonly phone: string | null;
}

/** A learner as the rows name them. */
export interface UrgentLearner {
  readonly enrolmentId: string;
  readonly name: string;
  readonly nextJuryOn: PlainDate | null;
}

/** An appraisal that a tutor was asked for and has not signed. */
export interface AwaitedAppraisal {
  readonly learner: UrgentLearner;
  readonly blockCode: string;
  readonly tutorName: string | null;
  readonly tutorPhone: string | null;
  readonly dueOn: PlainDate;
  /** Day the tutor opened it; `null` when never. */
  readonly openedOn: PlainDate | null;
  readonly remindersSent: number;
}

/** A half-day that is over and whose sheet is not signed. */
export interface OpenSheet {
  readonly slotId: string;
  readonly title: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly heldOn: PlainDate;
  readonly halfDay: 'morning' | 'afternoon';
  readonly trainerName: string | null;
  readonly expectedCount: number;
  /** Expected learners for whom nothing is recorded, by name. */
  readonly unrecorded: readonly string[];
}

/** A dispensation that the branch has not answered. */
export interface WaitingDispensation {
  readonly dispensationId: string;
  readonly learnerName: string;
  readonly transmittedOn: PlainDate;
  readonly reference: string | null;
}

/** A block that a jury refused and for which no new session is registered (S1:L176). */
export interface UnplannedResit {
  readonly decisionId: string;
  readonly learnerName: string;
  readonly blockCode: string;
  readonly blockName: string;
  readonly decidedOn: PlainDate;
}

/** A credential that ends soon, or before the learner's jury. */
export interface EndingCredential {
  readonly learner: UrgentLearner;
  readonly name: string;
  /** First day on which it is no longer valid. */
  readonly expiresOn: PlainDate;
}

/** The operative deadline of one employment, not settled. */
export interface NearDeadline {
  readonly learner: UrgentLearner;
  readonly kind: 'enrol' | 'obtain';
  readonly dueOn: PlainDate;
  readonly employerName: string;
  readonly sentence: string;
}

export interface LowAttendance {
  readonly learner: UrgentLearner;
  /** 0 to 1. */
  readonly rate: number;
  readonly missedMinutes: number;
}

/** A cohort whose jury comes while learners are not ready. */
export interface NearJury {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly juryOn: PlainDate;
  /** Those who still have a block to acquire. */
  readonly learners: number;
  readonly notReady: number;
  /** A session presents somebody of the cohort; else the day is only planned. */
  readonly isPrepared: boolean;
}

/** Learners of one cohort whose civil data is not complete for the certifier (DOMAIN 11). */
export interface IncompleteIdentities {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly juryOn: PlainDate | null;
  readonly learners: readonly { readonly enrolmentId: string; readonly name: string }[];
  /** What lacks, all learners together: « date de naissance », « sexe »… */
  readonly labels: readonly string[];
}

/** A learner of a cohort under way whose path lacks modules or evaluations (W3). */
export interface UnplannedPath {
  readonly learner: UrgentLearner;
  readonly cohortId: string;
  readonly cohortName: string;
  /** The modules and evaluations, in the programme's order. */
  readonly items: readonly string[];
}

/** A cohort that is not over, with the first half-day of its calendar. */
export interface CohortStart {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly state: CohortState;
  readonly firstDay: PlainDate | null;
}

/** Everything that the morning list is made from, in one centre. */
export interface HomeFacts {
  readonly appraisals: readonly AwaitedAppraisal[];
  readonly sheets: readonly OpenSheet[];
  readonly dispensations: readonly WaitingDispensation[];
  readonly resits: readonly UnplannedResit[];
  readonly credentials: readonly EndingCredential[];
  readonly deadlines: readonly NearDeadline[];
  readonly rates: readonly LowAttendance[];
  readonly juries: readonly NearJury[];
  readonly identities: readonly IncompleteIdentities[];
  readonly paths: readonly UnplannedPath[];
  readonly starts: readonly CohortStart[];
}
