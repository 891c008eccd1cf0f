import type { OpenResit } from '../juries/list-open-resits.ts';
import type { PlainDate } from '../plain-date.ts';
import type { RegistryState } from '../registry-reports/registry-standing.ts';
import type { CohortState } from '../vocabulary.ts';

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
  /** Day of a whole appraisal that counts in the meantime; `null` while the block has none. */
  readonly signedOn: PlainDate | null;
}

/** A learner's appraisals that were asked of a tutor who is no longer in post. */
export interface InterruptedAppraisals {
  readonly learner: UrgentLearner;
  readonly blockCodes: readonly string[];
  /** The nearest due day; `null` without any. */
  readonly dueOn: PlainDate | null;
  /** The tutor in post, who is to be asked; `null` when nobody is. */
  readonly tutorName: string | null;
}

/** A joint review that was held and that not all three have signed (S1:L163). */
export interface AwaitedReview {
  readonly jointReviewId: string;
  readonly learnerName: string;
  readonly heldOn: PlainDate;
  /** Who has not signed, by name. */
  readonly missing: readonly string[];
  /** The part of whoever reads the morning, when it is among the missing. */
  readonly ownPartId: string | null;
}

/** Appraisals that learners of a cohort still need before their jury, and that nobody has asked for. */
export interface UnaskedAppraisals {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly juryOn: PlainDate;
  /** Appraisals of learners who have a tutor to ask. */
  readonly count: number;
  /** Learners whom no tutor can be asked about. */
  readonly withoutTutor: number;
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

/** A dispensation that the centre has to take further: to file, or to transmit to the branch. */
export interface DispensationToSend {
  readonly dispensationId: string;
  readonly learnerName: string;
  readonly state: 'draft' | 'filed';
}

/** Learners whose certificate, or its copy to the CPAM, waits for the centre. */
export interface CertificatesToSettle {
  /** Nothing is missing: it can be issued. */
  readonly ready: readonly { readonly enrolmentId: string; readonly name: string }[];
  /** Issued, its copy not noted as sent (DOMAIN 9). */
  readonly copies: readonly { readonly enrolmentId: string; readonly name: string }[];
}

/** Somebody certified whom the registry has not taken, and who is to be sent or completed (DOMAIN 11). */
export interface UnreportedCertificate {
  readonly enrolmentId: string;
  readonly name: string;
  readonly state: RegistryState;
  /** Last day of the three months. */
  readonly dueOn: PlainDate;
}

/** A half-day of today whose sheet nobody has signed. */
export interface SheetOfToday {
  readonly slotId: string;
  readonly title: string;
  readonly cohortName: string;
}

/** A block to present again and for which no new session is registered (S1:L176). */
export interface UnplannedResit extends OpenResit {
  readonly decisionId: string;
  readonly learnerName: string;
  readonly blockCode: string;
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

/** The early end of a *période de reconversion* that nobody has noted as declared (DOMAIN 7). */
export interface UndeclaredEarlyEnd {
  readonly enrolmentId: string;
  readonly name: string;
  readonly dueOn: PlainDate;
  readonly employerName: string;
  readonly sentence: string;
}

export interface LowAttendance {
  readonly learner: UrgentLearner;
  /** 0 to 1. */
  readonly rate: number;
  /** Recorded as missed. */
  readonly absentMinutes: number;
  /** Of half-days that are over and on which nobody has noted anything. */
  readonly blankMinutes: number;
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

/** A learner who enters a cohort soon, and whose positioning nobody has written down (DOMAIN 5.3). */
export interface UnpositionedEntry {
  readonly enrolmentId: string;
  readonly name: string;
  readonly cohortId: string;
  readonly cohortName: string;
  readonly startsOn: PlainDate;
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
  readonly interrupted: readonly InterruptedAppraisals[];
  readonly unasked: readonly UnaskedAppraisals[];
  readonly reviews: readonly AwaitedReview[];
  readonly sheets: readonly OpenSheet[];
  readonly dispensations: readonly WaitingDispensation[];
  readonly resits: readonly UnplannedResit[];
  readonly credentials: readonly EndingCredential[];
  readonly deadlines: readonly NearDeadline[];
  readonly earlyEnds: readonly UndeclaredEarlyEnd[];
  readonly rates: readonly LowAttendance[];
  readonly juries: readonly NearJury[];
  readonly identities: readonly IncompleteIdentities[];
  readonly paths: readonly UnplannedPath[];
  readonly entries: readonly UnpositionedEntry[];
  readonly starts: readonly CohortStart[];
  readonly daySheets: readonly SheetOfToday[];
  readonly toSend: readonly DispensationToSend[];
  readonly certificates: CertificatesToSettle;
  readonly unreported: readonly UnreportedCertificate[];
}
