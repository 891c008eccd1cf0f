import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute, AppraisalLevel, DeadlineRegime, EntryProfile } from '../vocabulary.ts';

/**
 * One version of a certification's rules: blocks, modules, hours, épreuves, thresholds, entry
 * conditions. Published versions never change; a cohort points to one (DOMAIN 1, fact 1).
 * Codes are unique inside one version. Durations are minutes.
 */
export interface Framework {
  /** Stable code of the version, e.g. `CQP-AM-40913-LEMANS`. */
  readonly code: string;
  readonly title: string;
  /** `null` for a training that ends with an attestation, such as the FAE. */
  readonly certification: Certification | null;
  readonly outcome: 'certificate' | 'attestation';
  readonly durationMonths: { readonly min: number; readonly max: number };
  readonly hours: FrameworkHours;
  readonly rhythm: FrameworkRhythm;
  readonly blocks: readonly CompetenceBlock[];
  /** Tutor levels that let a block be acquired. */
  readonly acceptedLevels: readonly AppraisalLevel[];
  readonly credentials: readonly CredentialRule[];
  /** Months for which an acquired block is kept; `null` is for ever (S1:L176). */
  readonly blockRetentionMonths: number | null;
  readonly resit: {
    readonly scope: 'failed_assessments' | 'whole_block';
    readonly maxAttempts: number | null;
  };
  /** How its jury sits; absent in versions that say nothing of it (`juryRulesOf`). */
  readonly jury?: JuryRules | undefined;
  /** The experience that a VAE asks for; absent in versions that say nothing of it (`vaeRulesOf`). */
  readonly vae?: VaeRules | undefined;
  readonly entryConditions: readonly EntryCondition[];
  readonly routes: readonly AccessRoute[];
  readonly deadlineRegimes: readonly DeadlineRegime[];
  readonly sources: readonly SourceNote[];
}

/** What makes a jury of this certification valid, and how long its candidates may contest. */
export interface JuryRules {
  /** Members of each college who are present and vote, at least. */
  readonly membersPerCollege: number;
  /** As many voters of one college as of the other. */
  readonly parity: boolean;
  /** More than this part of the members must be present, in percent, 0 to 99. */
  readonly quorumPercent: number;
  /** Months in which a candidate may contest a decision; `null` when nothing is said of it. */
  readonly contestMonths: number | null;
}

/** The experience of a candidate by VAE, in hours worked; `null` for none. */
export interface VaeRules {
  /** Hours that the certification requires. */
  readonly requiredHours: number | null;
  /** Hours below which the centre is warned. */
  readonly warnBelowHours: number | null;
}

export interface Certification {
  readonly name: string;
  readonly rncp: string | null;
  /** French level of qualification, 3 to 8. */
  readonly level: number;
  readonly nsf: string | null;
  readonly certifier: string;
  readonly registeredFrom: PlainDate | null;
  readonly registeredTo: PlainDate | null;
}

export interface FrameworkHours {
  /** The total that the source prints, whatever the modules add up to. */
  readonly statedMinutes: number;
  readonly trainingMinutes: number;
  readonly evaluationMinutes: number;
  readonly evaluationStatus: 'stated' | 'inferred';
}

/** The source's usual rhythm; each cohort sets its own (H5: « rythme moyen »). */
export interface FrameworkRhythm {
  readonly daysPerWeek: number;
  readonly minutesPerDay: number;
  /** Months without sessions, 1 to 12. */
  readonly closedMonths: readonly number[];
}

export interface CompetenceBlock {
  readonly code: string;
  readonly name: string;
  /** Short name for column heads, e.g. « Parcours de santé ». */
  readonly shortName: string;
  /** What the source prints for the block; the modules may add up to something else. */
  readonly statedMinutes: number;
  readonly evaluationMinutes: number;
  readonly modules: readonly Module[];
  readonly competences: readonly Competence[];
  readonly assessments: readonly Assessment[];
  /** Épreuves that must be acquired out of `assessments.length`. */
  readonly requiredAssessments: number;
  /** How sure the threshold is: printed, copied from another version, or to be verified. */
  readonly thresholdStatus: 'stated' | 'copied' | 'to_verify';
  readonly source: string;
}

export interface Module {
  readonly code: string;
  readonly name: string;
  readonly minutes: number;
  /** The credential this module prepares, e.g. `AFGSU1`. */
  readonly credentialCode: string | null;
  /** Codes of modules of this version that are over before this one begins; absent for none. */
  readonly after?: readonly string[] | undefined;
  /** What its room must have, e.g. « mannequins de secourisme »; absent for nothing. */
  readonly equipment?: readonly string[];
}

/** What the tutor appraises and the épreuves target. */
export interface Competence {
  readonly code: string;
  readonly name: string;
}

/** An épreuve. Its title may be empty: the wording is in no source read (Q1). */
export interface Assessment {
  readonly code: string;
  readonly title: string;
  readonly mandatory: boolean;
  /** When set, the épreuve is acquired by holding this credential, not by criteria. */
  readonly credentialCode: string | null;
  readonly targets: readonly AssessmentTarget[];
}

/** A competence that an épreuve targets, with the criteria that show it is mastered. */
export interface AssessmentTarget {
  readonly competenceCode: string;
  readonly criteria: readonly Criterion[];
}

export interface Criterion {
  readonly code: string;
  readonly text: string;
}

export interface CredentialRule {
  readonly code: string;
  readonly name: string;
  readonly validityYears: number;
  /** Whether the certificate needs it valid on the day of the jury's last decision (Q6). */
  readonly requiredForCertificate: boolean;
  readonly groupMin: number | null;
  readonly groupMax: number | null;
  readonly renewalMinutes: number | null;
  readonly source: string;
}

export interface EntryCondition {
  readonly profile: EntryProfile;
  /** Lowest level of diploma held, or `null` when the profile itself is enough. */
  readonly minimumLevel: number | null;
  /** Years of experience as a medical secretary. */
  readonly minimumYears: number;
  readonly source: string;
}

/** A remark that the page shows: where a figure comes from, or where two sources disagree. */
export interface SourceNote {
  readonly reference: string;
  readonly text: string;
  readonly kind: 'source' | 'disagreement' | 'inferred';
}
