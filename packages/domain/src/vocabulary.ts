/**
 * The closed lists of the field. The database, the contract and the screens take them from here;
 * `docs/glossary.md` pairs each with its French term.
 */
export const roles = [
  'coordinator',
  'trainer',
  'tutor',
  'learner',
  'jury_member',
  'director',
  'certifier',
  'platform_admin',
] as const;
export type Role = (typeof roles)[number];

/** Public-holiday calendars that differ by law (art. L3133-1, L3134-13 and overseas days). */
export const holidayZones = [
  'metropole',
  'alsace_moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint_barthelemy',
  'saint_martin',
] as const;
export type HolidayZone = (typeof holidayZones)[number];

export const accessRoutes = [
  'professional_contract',
  'continuing_training',
  'pro_a',
  'reconversion_period',
  'vae',
  'jobseeker_poec_pic',
  'apprenticeship',
] as const;
export type AccessRoute = (typeof accessRoutes)[number];

export const funders = [
  'opco_ep',
  'employer',
  'france_travail',
  'region',
  'self',
  'other',
] as const;
export type Funder = (typeof funders)[number];

/** Who a candidate is on entry; each framework version says which of these it accepts, and when. */
export const entryProfiles = [
  'school_leaver',
  'jobseeker',
  'career_changer',
  'medical_secretary_certified',
  'medical_secretary_uncertified',
  'dental_assistant_certified',
  'ide',
  'deas',
  'deap',
] as const;
export type EntryProfile = (typeof entryProfiles)[number];

export const employerKinds = ['practice', 'group', 'health_centre'] as const;
export type EmployerKind = (typeof employerKinds)[number];

/**
 * Forms of an employment (S2:L167). A *contrat de professionnalisation* is a CDD, or a CDI that opens
 * with such a period (DOMAIN 7).
 */
export const contractKinds = [
  'permanent',
  'fixed_term',
  'professional_fixed_term',
  'professional_permanent',
  'poec',
] as const;
export type ContractKind = (typeof contractKinds)[number];

/** What the file of a candidate by VAE holds, in the order in which it is settled (W11). */
export const vaeItemCodes = ['application_form', 'experience_proof', 'admissibility'] as const;
export type VaeItemCode = (typeof vaeItemCodes)[number];

export const cohortStates = ['draft', 'planned', 'running', 'postponed', 'completed'] as const;
export type CohortState = (typeof cohortStates)[number];

export const halfDays = ['morning', 'afternoon'] as const;
export type HalfDay = (typeof halfDays)[number];

export const slotKinds = ['training', 'evaluation'] as const;
export type SlotKind = (typeof slotKinds)[number];

export const slotModes = ['on_site', 'remote'] as const;

/** What a candidate is given beyond the time of an assessment: a part of it, or minutes. */
export const extraTimeKinds = ['none', 'third', 'half', 'minutes'] as const;
export type ExtraTimeKind = (typeof extraTimeKinds)[number];

/** A whole year planned, or a plan repaired after an absence, a closed room or a lost day. */
export const planSearchKinds = ['year', 'repair'] as const;
/** `found` waits for a person, `cancelled` found nothing before it was stopped. */
export const planSearchStates = [
  'queued',
  'searching',
  'found',
  'impossible',
  'cancelled',
  'failed',
  'accepted',
] as const;

export const learnerImportStates = ['queued', 'running', 'done', 'failed'] as const;
export type LearnerImportState = (typeof learnerImportStates)[number];
/** What an import does one after the other. */
export const learnerImportSteps = ['comparing', 'writing', 'planning', 'opening'] as const;
export type LearnerImportStep = (typeof learnerImportSteps)[number];
/** What becomes of the other lines when some cannot be taken. */
export const learnerImportModes = ['all_or_nothing', 'valid_rows'] as const;
export type LearnerImportMode = (typeof learnerImportModes)[number];
export const learnerImportOutcomes = ['imported', 'refused', 'nothing_to_do'] as const;
export type LearnerImportOutcome = (typeof learnerImportOutcomes)[number];

export const attendanceStates = ['present', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const dispensationStates = [
  'draft',
  'filed',
  'transmitted',
  'granted',
  'partial',
  'refused',
  'withdrawn',
] as const;
export type DispensationState = (typeof dispensationStates)[number];

/** What became of a block put to the certifier as an equivalence (DOMAIN Q4). */
export const equivalenceStates = ['requested', 'approved', 'refused'] as const;
export type EquivalenceState = (typeof equivalenceStates)[number];

/** What a learner's positioning led to (DOMAIN 5.3). */
export const positioningOutcomes = ['admitted', 'adapted', 'refused'] as const;
export type PositioningOutcome = (typeof positioningOutcomes)[number];

/** The tutor's scale. The third level is named in no source: default Q5. */
export const appraisalLevels = ['mastered', 'in_progress', 'not_acquired'] as const;
export type AppraisalLevel = (typeof appraisalLevels)[number];

/** Who wrote an appraisal down: the tutor, or the office from a paper form. */
export const appraisalOrigins = ['tutor', 'office_paper'] as const;
export type AppraisalOrigin = (typeof appraisalOrigins)[number];

/** Why a request to a tutor is without object before it is signed. */
export const requestEndReasons = [
  'block_acquired',
  'enrolment_withdrawn',
  'enrolment_completed',
  'taken_back',
  'answered_on_paper',
  'employment_ended',
  'tutor_replaced',
] as const;
export type RequestEndReason = (typeof requestEndReasons)[number];

/** Who looks at a learner's way together and signs: the company, the centre, the learner (S1:L163). */
export const jointReviewRoles = ['tutor', 'trainer', 'learner'] as const;
export type JointReviewRole = (typeof jointReviewRoles)[number];

export const blockProposals = ['acquired', 'not_acquired', 'incomplete'] as const;
export type BlockProposal = (typeof blockProposals)[number];

export const blockDecisions = ['acquired', 'not_acquired', 'adjourned'] as const;
export type BlockDecision = (typeof blockDecisions)[number];

/** Who wrote a jury's decision down: a member of the jury, or the centre's office for it. */
export const decisionOrigins = ['member', 'office'] as const;
export type DecisionOrigin = (typeof decisionOrigins)[number];

/** How a member signed the minutes: by themselves in Jalon, or on paper that the office noted. */
export const signatureMethods = ['own', 'paper'] as const;
export type SignatureMethod = (typeof signatureMethods)[number];

export const colleges = ['employer', 'employee'] as const;
export type College = (typeof colleges)[number];

/** Ties that forbid a member to judge a candidate (W34). */
export const conflictKinds = ['trainer', 'tutor', 'employer', 'family', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const jurySessionStates = ['prepared', 'open', 'closed'] as const;
export type JurySessionState = (typeof jurySessionStates)[number];

export const certificateKinds = ['certificate', 'fae_attestation', 'block_attestation'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const deadlineRegimes = ['regime_2019', 'regime_2024', 'arrete_2019_fae'] as const;
export type DeadlineRegime = (typeof deadlineRegimes)[number];

/** Whose half-days a calendar feed holds. */
export const feedKinds = ['learner', 'trainer', 'tutor', 'cohort', 'room'] as const;
export type FeedKind = (typeof feedKinds)[number];
/** Those of a person's own half-days. */
export const personalFeedKinds = [
  'learner',
  'trainer',
  'tutor',
] as const satisfies readonly FeedKind[];

/** The whole days of a calendar feed. */
export const toldDayKinds = ['positioning', 'jury'] as const;
export type ToldDayKind = (typeof toldDayKinds)[number];

/** What the registry of the Caisse des Dépôts answers about one person. */
export const registryAnswers = ['accepted', 'rejected'] as const;
export type RegistryAnswer = (typeof registryAnswers)[number];
