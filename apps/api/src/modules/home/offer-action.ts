import type { UrgentRowView } from '@jalon/contract';
import { isAllowed, type Permission } from '@jalon/contract';
import type { Role, UrgentAct, UrgentRow } from '@jalon/domain';

/** What each act asks of whoever does it. */
const needed: Record<UrgentAct, Permission> = {
  enter_paper_form: 'appraisal:enter-paper',
  request_appraisals: 'appraisal:request',
  hand_over_appraisals: 'appraisal:request',
  sign_review: 'joint-review:write',
  fill_sheet: 'attendance:write',
  record_answer: 'dispensation:write',
  file_dispensation: 'dispensation:write',
  settle_certificates: 'certificate:issue',
  declare_early_end: 'enrolment:write',
  register_resit: 'jury:prepare',
  report_to_registry: 'registry-report:write',
  complete_learner: 'person:write',
  complete_learners: 'person:write',
  position_learner: 'enrolment:write',
  position_learners: 'enrolment:write',
  plan_path: 'enrolment:write',
  plan_paths: 'enrolment:write',
  start_cohort: 'cohort:write',
  prepare_jury: 'jury:prepare',
  read_appraisals: 'appraisal:read',
  read_review: 'joint-review:read',
  read_sheet: 'attendance:read',
  read_sheets: 'attendance:read',
  read_day: 'attendance:read',
  read_certificates: 'certificate:read',
  read_dispensation: 'enrolment:read',
  read_resits: 'jury:read',
  read_registry_reports: 'registry-report:read',
  read_learner: 'enrolment:read',
  read_learners: 'enrolment:read',
  read_deadlines: 'deadline:read',
  read_board: 'board:read',
};

/** The row with the first of its actions that these roles may do; `null` leaves a plain line. */
export function offerAction({ actions, ...row }: UrgentRow, roles: readonly Role[]): UrgentRowView {
  const offered = actions.find(({ act }) => isAllowed(roles, needed[act]));
  return { ...row, action: offered ?? null };
}
