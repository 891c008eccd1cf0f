import type {
  AccessRoute,
  AppraisalLevel,
  AppraisalOrigin,
  BlockDecision,
  CohortState,
  DispensationState,
  PlainDate,
  SlotKind,
} from '@jalon/domain';

export type EnrolmentState = 'active' | 'withdrawn' | 'completed';
export type Key = [kind: SlotKind, blockCode: string, moduleCode: string | null];
type Names = [birthName: string, usageName: string | null, givenName: string];

export type VerdictRow = [
  n: number,
  blockCode: string,
  BlockDecision,
  PlainDate,
  decisionId: string,
  jurySessionId: string,
  closedAt: string,
  motive: string | null,
  recommendation: string | null,
  acquiredUnder: string,
  followed: string | null,
];

export type EquivalenceRow = [
  n: number,
  acquiredUnder: string,
  acquiredBlockCode: string,
  followed: string,
  blockCode: string,
  answeredOn: PlainDate,
  answeredBy: string,
];

export type ReceivedRow = [
  n: number,
  blockCode: string,
  PlainDate,
  receivedBlockId: string,
  confirmedAt: string,
  acquiredAt: string,
  acquiredUnder: string,
  followedThen: string,
  followed: string,
];

/** The one row of the statement; a column without rows is null. */
export interface FactsRow {
  learners:
    | [
        n: number,
        id: string,
        personId: string,
        cohortId: string,
        ...Names,
        EnrolmentState,
        AccessRoute,
        startsOn: PlainDate,
      ][]
    | null;
  planned: [n: number, ...Key, minutes: number, nextOn: PlainDate | null][] | null;
  done:
    | [
        n: number,
        ...Key,
        recorded: number,
        signed: number | null,
        onPath: number | null,
        signedOnPath: number | null,
        absentOnPath: number | null,
      ][]
    | null;
  half_days:
    | [
        n: number,
        ...Key,
        date: PlainDate,
        startsAt: number,
        minutes: number,
        isCounted: boolean | null,
        attended: number,
        awaiting: number,
        absent: number,
      ][]
    | null;
  appraisals:
    | [
        n: number,
        blockCode: string,
        PlainDate,
        string,
        AppraisalOrigin,
        Record<string, AppraisalLevel>,
        employmentId: string | null,
        endsOn: PlainDate | null,
      ][]
    | null;
  asked:
    | [
        n: number,
        blockCode: string,
        askedOn: PlainDate,
        dueOn: PlainDate | null,
        isStarted: boolean,
        askedTutorId: string | null,
        employmentId: string | null,
        tutorId: string | null,
        endsOn: PlainDate | null,
      ][]
    | null;
  results: [n: number, code: string, attempt: number, PlainDate, Record<string, boolean>][] | null;
  credentials: [n: number, code: string, PlainDate, PlainDate, hasFile: boolean][] | null;
  verdicts: VerdictRow[] | null;
  equivalences: EquivalenceRow[] | null;
  received: ReceivedRow[] | null;
  dispensations: [n: number, blockCode: string, string | null, number, DispensationState][] | null;
  juries: [n: number, on: PlainDate, juryId: string][] | null;
  tutors: [n: number, ...Names][] | null;
  cohorts:
    | [
        id: string,
        name: string,
        frameworkVersionId: string,
        CohortState,
        PlainDate,
        PlainDate | null,
        PlainDate | null,
        siteName: string,
      ][]
    | null;
}

/** The rows of one learner; the rows come with the learner's number first. */
export function byLearner<Row extends readonly [number, ...unknown[]]>(
  rows: readonly Row[] | null,
): (n: number) => readonly Row[] {
  const found = new Map<number, Row[]>();
  for (const row of rows ?? []) {
    const ofLearner = found.get(row[0]);
    if (ofLearner) ofLearner.push(row);
    else found.set(row[0], [row]);
  }
  return (n) => found.get(n) ?? [];
}
