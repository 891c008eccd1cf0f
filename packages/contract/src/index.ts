export type {
  AssessmentEventForm,
  AssessmentEventHeader,
  AssessmentEventView,
} from './assessment-events.ts';
export type { AttendanceEntryView, AttendanceSheetView } from './attendance.ts';
export * from './board.ts';
export type { CalendarFeedView } from './calendar-feeds.ts';
export type { CohortForm, CohortView } from './cohorts.ts';
export * from './contract.ts';
export type { DispensationRuleView, RuleProposalView } from './dispensation-rules.ts';
export { type DispensationView, evidenceItems } from './dispensations.ts';
export type { EarlyEndView } from './early-ends.ts';
export type { EmploymentDetails, EmploymentForm } from './employments.ts';
export type { ContractFields, EnrolmentFile, LearnerRow, PathStepView } from './enrolments.ts';
export type { EquivalenceView } from './equivalences.ts';
export { frameworkContent } from './framework-content.ts';
export { finding } from './frameworks.ts';
export type { FundingRequestView, FundingView } from './funding-requests.ts';
export * from './home.ts';
export type { ImportReport, ImportRow } from './learner-imports.ts';
export type { NoticeRow } from './notices.ts';
export type { Namesake, PersonDetails, PersonForm } from './people.ts';
export * from './permissions.ts';
export type { CalendarProposalView, CalendarSlot, SlotForm } from './planning.ts';
export type { PlanChangeView, PlanView } from './plans.ts';
export type { PositioningsView, PositioningView } from './positionings.ts';
export * from './problems.ts';
export * from './progress.ts';
export type { ReceivedBlockView, ReceivedTransferPreview } from './received-transfers.ts';
export * from './route.ts';
export * from './schemas.ts';
export * from './sessions.ts';
export type { SummonsRow } from './summons.ts';
export type { TrainerFile, TrainerSubjects, TrainerWeekForm } from './trainers.ts';
export type { VaeItemView } from './vae-items.ts';
export type { KnownDocument, Verification } from './verifications.ts';
