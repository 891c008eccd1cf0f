import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from './clock/clock.ts';
import type { Config } from './config.ts';
import { AppraisalCampaignsModule } from './modules/appraisal-campaigns/appraisal-campaigns.module.ts';
import { AppraisalsModule } from './modules/appraisals/appraisals.module.ts';
import { AssessmentEventsModule } from './modules/assessment-events/assessment-events.module.ts';
import { AssessmentsModule } from './modules/assessments/assessments.module.ts';
import { AttendanceModule } from './modules/attendance/attendance.module.ts';
import { AuditModule } from './modules/audit/audit.module.ts';
import { BoardModule } from './modules/board/board.module.ts';
import { CalendarFeedsModule } from './modules/calendar-feeds/calendar-feeds.module.ts';
import { CentresModule } from './modules/centres/centres.module.ts';
import { CertificatesModule } from './modules/certificates/certificates.module.ts';
import { CohortsModule } from './modules/cohorts/cohorts.module.ts';
import { DeadlinesModule } from './modules/deadlines/deadlines.module.ts';
import { DispensationRulesModule } from './modules/dispensation-rules/dispensation-rules.module.ts';
import { DispensationsModule } from './modules/dispensations/dispensations.module.ts';
import { EarlyEndsModule } from './modules/early-ends/early-ends.module.ts';
import { EnrolmentsModule } from './modules/enrolments/enrolments.module.ts';
import { EquivalencesModule } from './modules/equivalences/equivalences.module.ts';
import { FrameworksModule } from './modules/frameworks/frameworks.module.ts';
import { FundingRequestsModule } from './modules/funding-requests/funding-requests.module.ts';
import { HomeModule } from './modules/home/home.module.ts';
import { IssuersModule } from './modules/issuers/issuers.module.ts';
import { JointReviewsModule } from './modules/joint-reviews/joint-reviews.module.ts';
import { JuriesModule } from './modules/juries/juries.module.ts';
import { LearnerImportsModule } from './modules/learner-imports/learner-imports.module.ts';
import { MailboxModule } from './modules/mailbox/mailbox.module.ts';
import { NoticesModule } from './modules/notices/notices.module.ts';
import { PeopleModule } from './modules/people/people.module.ts';
import { PlanningModule } from './modules/planning/planning.module.ts';
import { PlansModule } from './modules/plans/plans.module.ts';
import { PlatformModule } from './modules/platform/platform.module.ts';
import { PositioningsModule } from './modules/positionings/positionings.module.ts';
import { ProgressModule } from './modules/progress/progress.module.ts';
import { ReceivedTransfersModule } from './modules/received-transfers/received-transfers.module.ts';
import { RegistryReportsModule } from './modules/registry-reports/registry-reports.module.ts';
import { RemindersModule } from './modules/reminders/reminders.module.ts';
import { RoomsModule } from './modules/rooms/rooms.module.ts';
import { SelfAssessmentsModule } from './modules/self-assessments/self-assessments.module.ts';
import { SessionsModule } from './modules/sessions/sessions.module.ts';
import { SlotChangesModule } from './modules/slot-changes/slot-changes.module.ts';
import { SuccessRatesModule } from './modules/success-rates/success-rates.module.ts';
import { SummonsModule } from './modules/summons/summons.module.ts';
import { TrainersModule } from './modules/trainers/trainers.module.ts';
import { TransfersModule } from './modules/transfers/transfers.module.ts';
import { VaeItemsModule } from './modules/vae-items/vae-items.module.ts';
import { VerificationsModule } from './modules/verifications/verifications.module.ts';
import { PlatformServices } from './platform.module.ts';

/** The nouns of the house. */
const nouns = [
  PeopleModule,
  EnrolmentsModule,
  DispensationRulesModule,
  DispensationsModule,
  LearnerImportsModule,
  PlatformModule,
  SessionsModule,
  FrameworksModule,
  CentresModule,
  RoomsModule,
  TrainersModule,
  TransfersModule,
  ReceivedTransfersModule,
  AppraisalCampaignsModule,
  SelfAssessmentsModule,
  EarlyEndsModule,
  EquivalencesModule,
  FundingRequestsModule,
  PositioningsModule,
  VaeItemsModule,
  JointReviewsModule,
  AppraisalsModule,
  DeadlinesModule,
  RemindersModule,
  AuditModule,
  MailboxModule,
  BoardModule,
  CohortsModule,
  PlanningModule,
  CalendarFeedsModule,
  PlansModule,
  SlotChangesModule,
  NoticesModule,
  SummonsModule,
  AttendanceModule,
  AssessmentEventsModule,
  AssessmentsModule,
  JuriesModule,
  CertificatesModule,
  RegistryReportsModule,
  IssuersModule,
  VerificationsModule,
  SuccessRatesModule,
  HomeModule,
  ProgressModule,
];

@Module({})
class AppModule {}

/** The application's root module for one configuration. */
export const createAppModule = (config: Config, clock: Clock, log: Logger): DynamicModule => ({
  module: AppModule,
  imports: [PlatformServices.with(config, clock, log), ...nouns],
});
