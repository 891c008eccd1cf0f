export const urgentKinds = [
  'appraisal',
  'review',
  'attendance',
  'dispensation',
  'resit',
  'credential',
  'deadline',
  'early_end',
  'rate',
  'jury',
  'identity',
  'path',
  'positioning',
  'start',
  'certificate',
  'registry',
] as const;
export type UrgentKind = (typeof urgentKinds)[number];

export const urgentActs = [
  'enter_paper_form',
  'request_appraisals',
  'hand_over_appraisals',
  'sign_review',
  'fill_sheet',
  'record_answer',
  'file_dispensation',
  'settle_certificates',
  'declare_early_end',
  'register_resit',
  'report_to_registry',
  'complete_learner',
  'complete_learners',
  'position_learner',
  'position_learners',
  'plan_path',
  'plan_paths',
  'start_cohort',
  'prepare_jury',
  'read_appraisals',
  'read_review',
  'read_sheet',
  'read_sheets',
  'read_day',
  'read_certificates',
  'read_dispensation',
  'read_resits',
  'read_registry_reports',
  'read_learner',
  'read_learners',
  'read_deadlines',
  'read_board',
] as const;
/** What can be done about a thing of the morning; the `read_` ones change nothing. */
export type UrgentAct = (typeof urgentActs)[number];

/** An act with its words; `targetId` is the learner, the sheet, the cohort… that it is about. */
export interface UrgentAction {
  readonly act: UrgentAct;
  readonly label: string;
  readonly targetId: string;
  /** The block that a paper form is for; `null` elsewhere. */
  readonly blockCode: string | null;
}

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
  /** The act that settles it, then what to open for whoever reads it without that right. */
  readonly actions: readonly UrgentAction[];
  /** Someone to call; `null` when there is nobody. */
  readonly phone: string | null;
}

/** An action on one thing. */
export const act = (
  name: UrgentAct,
  label: string,
  targetId: string,
  blockCode: string | null = null,
): UrgentAction => ({ act: name, label, targetId, blockCode });
