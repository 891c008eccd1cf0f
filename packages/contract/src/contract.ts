import type { z } from 'zod';
import { appraisalCampaigns } from './appraisal-campaigns.ts';
import { appraisals } from './appraisals.ts';
import { assessmentEvents } from './assessment-events.ts';
import { assessments } from './assessments.ts';
import { attendance } from './attendance.ts';
import { audit } from './audit.ts';
import { boards } from './board.ts';
import { calendarFeeds } from './calendar-feeds.ts';
import { centres } from './centres.ts';
import { certificates } from './certificates.ts';
import { cohorts } from './cohorts.ts';
import { deadlines } from './deadlines.ts';
import { dispensationRules } from './dispensation-rules.ts';
import { dispensations } from './dispensations.ts';
import { earlyEnds } from './early-ends.ts';
import { employments } from './employments.ts';
import { enrolments } from './enrolments.ts';
import { equivalences } from './equivalences.ts';
import { frameworks } from './frameworks.ts';
import { fundingRequests } from './funding-requests.ts';
import { homes } from './home.ts';
import { issuers } from './issuers.ts';
import { jointReviews } from './joint-reviews.ts';
import { juries } from './juries.ts';
import { juryRooms } from './jury-rooms.ts';
import { learnerImports } from './learner-imports.ts';
import { mailbox } from './mailbox.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { planning } from './planning.ts';
import { plans } from './plans.ts';
import { platform } from './platform.ts';
import { positionings } from './positionings.ts';
import { progresses } from './progress.ts';
import { receivedTransfers } from './received-transfers.ts';
import { registryReports } from './registry-reports.ts';
import { reminders } from './reminders.ts';
import { resits } from './resits.ts';
import { rooms } from './rooms.ts';
import type { FileResponse, Route } from './route.ts';
import { selfAssessments } from './self-assessments.ts';
import { sessions } from './sessions.ts';
import { slotMoves } from './slot-moves.ts';
import { successRates } from './success-rates.ts';
import { summonses } from './summons.ts';
import { trainers } from './trainers.ts';
import { transfers } from './transfers.ts';
import { vaeItems } from './vae-items.ts';
import { verifications } from './verifications.ts';

type AppraisalCampaigns = typeof appraisalCampaigns;
type Appraisals = typeof appraisals;
type AssessmentEvents = typeof assessmentEvents;
type Assessments = typeof assessments;
type Attendance = typeof attendance;
type Audit = typeof audit;
type Boards = typeof boards;
type CalendarFeeds = typeof calendarFeeds;
type Centres = typeof centres;
type Certificates = typeof certificates;
type Cohorts = typeof cohorts;
type Deadlines = typeof deadlines;
type DispensationRules = typeof dispensationRules;
type Dispensations = typeof dispensations;
type EarlyEnds = typeof earlyEnds;
type Equivalences = typeof equivalences;
type Employments = typeof employments;
type Enrolments = typeof enrolments;
type Frameworks = typeof frameworks;
type FundingRequests = typeof fundingRequests;
type Positionings = typeof positionings;
type VaeItems = typeof vaeItems;
type Homes = typeof homes;
type Issuers = typeof issuers;
type JointReviews = typeof jointReviews;
type Juries = typeof juries;
type JuryRooms = typeof juryRooms;
type LearnerImports = typeof learnerImports;
type Mailbox = typeof mailbox;
type People = typeof people;
type Planning = typeof planning;
type Plans = typeof plans;
type Platform = typeof platform;
type Progresses = typeof progresses;
type ReceivedTransfers = typeof receivedTransfers;
type RegistryReports = typeof registryReports;
type Reminders = typeof reminders;
type Resits = typeof resits;
type Rooms = typeof rooms;
type SelfAssessments = typeof selfAssessments;
type Sessions = typeof sessions;
type SlotMoves = typeof slotMoves;
type SuccessRates = typeof successRates;
type Notices = typeof notices;
type Summonses = typeof summonses;
type Trainers = typeof trainers;
type Transfers = typeof transfers;
type Verifications = typeof verifications;

/**
 * The type of the table, by name: spread, the compiler would write every schema out a second time.
 */
export interface Contract
  extends AppraisalCampaigns,
    Appraisals,
    AssessmentEvents,
    Assessments,
    Attendance,
    Audit,
    Boards,
    CalendarFeeds,
    Centres,
    Certificates,
    Cohorts,
    Deadlines,
    DispensationRules,
    Dispensations,
    EarlyEnds,
    Equivalences,
    Employments,
    Enrolments,
    Frameworks,
    FundingRequests,
    Positionings,
    VaeItems,
    Homes,
    Issuers,
    JointReviews,
    Juries,
    JuryRooms,
    LearnerImports,
    Mailbox,
    People,
    Planning,
    Plans,
    Platform,
    Progresses,
    ReceivedTransfers,
    RegistryReports,
    Reminders,
    Resits,
    Rooms,
    SelfAssessments,
    Sessions,
    SlotMoves,
    SuccessRates,
    Notices,
    Summonses,
    Trainers,
    Transfers,
    Verifications {}

/** The one table of endpoints. The API mounts it, the web calls it, the tests walk it. */
export const contract: Contract = {
  ...boards,
  ...fundingRequests,
  ...positionings,
  ...vaeItems,
  ...homes,
  ...progresses,
  ...platform,
  ...selfAssessments,
  ...sessions,
  ...frameworks,
  ...centres,
  ...rooms,
  ...trainers,
  ...appraisalCampaigns,
  ...appraisals,
  ...jointReviews,
  ...deadlines,
  ...reminders,
  ...audit,
  ...resits,
  ...mailbox,
  ...people,
  ...earlyEnds,
  ...equivalences,
  ...employments,
  ...enrolments,
  ...dispensationRules,
  ...dispensations,
  ...cohorts,
  ...planning,
  ...slotMoves,
  ...plans,
  ...calendarFeeds,
  ...notices,
  ...summonses,
  ...attendance,
  ...assessmentEvents,
  ...assessments,
  ...juries,
  ...juryRooms,
  ...certificates,
  ...receivedTransfers,
  ...registryReports,
  ...transfers,
  ...issuers,
  ...verifications,
  ...successRates,
  ...learnerImports,
};

export type RouteKey = keyof Contract;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;
type Part<R, P extends string> = R extends { readonly [K in P]: infer S } ? S : undefined;

/** What a handler receives, after validation. */
export interface Input<K extends RouteKey> {
  readonly params: Parsed<Part<Contract[K], 'params'>>;
  readonly query: Parsed<Part<Contract[K], 'query'>>;
  readonly body: Parsed<Part<Contract[K], 'body'>>;
}

/** What a caller sends: only the parts that the route declares. */
export type Request<K extends RouteKey> = {
  [P in 'params' | 'query' | 'body' as Part<Contract[K], P> extends z.ZodType ? P : never]: Sent<
    Part<Contract[K], P>
  >;
};

/** What a handler returns; the schema drops what it does not declare. */
export type Output<K extends RouteKey> = Contract[K]['response'] extends FileResponse
  ? FileDownload
  : Sent<Contract[K]['response']>;

/** What a caller receives. */
export type Answer<K extends RouteKey> = Contract[K]['response'] extends FileResponse
  ? Blob
  : Parsed<Contract[K]['response']>;

/** A file as a handler hands it over. */
export interface FileDownload {
  readonly fileName: string;
  /** The whole of it, or its parts in their order when it is too long to be held. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** What changes when the content does: whoever has it already is told so, and reads nothing. */
  readonly etag?: string;
  /** Read by anyone, also by the pages of other sites: what a centre publishes. */
  readonly isPublic?: true;
}

/** Every route with its key, for guards, documentation and tests. */
export const allRoutes = Object.entries(contract) as [RouteKey, Route][];
