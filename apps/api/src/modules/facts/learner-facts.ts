import type {
  AccessRoute,
  AppraisalLevel,
  AppraisalOrigin,
  BlockDecision,
  CohortState,
  DispensationState,
  ItemMinutes,
  LearnerFacts,
  ParisMoment,
  PathHalfDay,
  PlainDate,
  SlotKind,
} from '@jalon/domain';
import { formatName } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { type FactsScope, learnerFactsText, verdictsText } from './learner-facts.sql.ts';

/** A decision of a closed session on one block. */
export interface JuryVerdict {
  readonly decisionId: string;
  readonly jurySessionId: string;
  readonly closedAt: Date;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  readonly motive: string | null;
  readonly recommendation: string | null;
}

/** A learner of a cohort with all that is recorded of them. */
export interface LearnerRecord {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly state: EnrolmentState;
  readonly route: AccessRoute;
  /** Decisions of closed sessions, oldest first. */
  readonly verdicts: readonly JuryVerdict[];
  readonly facts: LearnerFacts;
  /** The session in which the learner is next presented; `null` when only a day is planned. */
  readonly nextJuryId: string | null;
}

/** A cohort that has learners, and its jury's planned day. */
export interface CohortRecord {
  readonly id: string;
  readonly name: string;
  readonly frameworkVersionId: string;
  readonly state: CohortState;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly juryOn: PlainDate | null;
  readonly siteName: string;
}

type EnrolmentState = 'active' | 'withdrawn' | 'completed';
type Key = [kind: SlotKind, blockCode: string, moduleCode: string | null];
type Names = [birthName: string, usageName: string | null, givenName: string];

type VerdictRow = [
  n: number,
  blockCode: string,
  BlockDecision,
  PlainDate,
  decisionId: string,
  jurySessionId: string,
  closedAt: string,
  motive: string | null,
  recommendation: string | null,
];

/** The one row of the statement; a column without rows is null. */
interface FactsRow {
  learners:
    | [
        n: number,
        id: string,
        personId: string,
        cohortId: string,
        ...Names,
        EnrolmentState,
        AccessRoute,
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
      ][]
    | null;
  results: [n: number, code: string, attempt: number, PlainDate, Record<string, boolean>][] | null;
  credentials: [n: number, code: string, PlainDate, PlainDate][] | null;
  verdicts: VerdictRow[] | null;
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

const texts: Record<FactsScope, string> = {
  cohorts: learnerFactsText('cohorts'),
  enrolments: learnerFactsText('enrolments'),
};

/**
 * Reads the facts of the learners of these cohorts, or of these enrolments, in one round trip. With
 * no moment, what depends on the clock is left out: rates, next half-days and juries, tutors in post.
 */
export async function readLearnerFacts(
  query: Query,
  scope: FactsScope,
  ids: readonly string[],
  now: ParisMoment | null,
): Promise<{
  readonly learners: readonly LearnerRecord[];
  readonly cohorts: readonly CohortRecord[];
}> {
  const [row] = await query<FactsRow>({
    name: `learner-facts-${scope}`,
    text: texts[scope],
    values: [ids, now?.day ?? null, now?.minute ?? null],
  });
  const cohorts = (row?.cohorts ?? []).map(
    ([id, name, frameworkVersionId, state, startsOn, endsOn, juryOn, siteName]) => ({
      id,
      name,
      frameworkVersionId,
      state,
      startsOn,
      endsOn,
      juryOn,
      siteName,
    }),
  );
  return { learners: row ? collectLearners(row, cohorts, now?.day ?? null) : [], cohorts };
}

/** The verdicts of these enrolments, oldest first, by enrolment. */
export async function readVerdicts(
  query: Query,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JuryVerdict[]>> {
  const [row] = await query<Pick<FactsRow, 'verdicts'> & { learners: [number, string][] | null }>({
    name: 'learner-verdicts',
    text: verdictsText,
    values: [enrolmentIds],
  });
  const verdicts = byLearner(row?.verdicts ?? null);
  return new Map((row?.learners ?? []).map(([n, id]) => [id, verdicts(n).map(toVerdict)]));
}

function collectLearners(
  row: FactsRow,
  cohorts: readonly CohortRecord[],
  today: PlainDate | null,
): readonly LearnerRecord[] {
  const items = collectItems(row);
  const planned = byLearner(row.planned);
  const appraisals = byLearner(row.appraisals);
  const results = byLearner(row.results);
  const credentials = byLearner(row.credentials);
  const verdicts = byLearner(row.verdicts);
  const halfDays = byLearner(row.half_days);
  const dispensations = byLearner(row.dispensations);
  const juries = byLearner(row.juries);
  const tutors = byLearner(row.tutors);
  const juryDays = new Map(cohorts.map(({ id, juryOn }) => [id, juryOn]));
  return (row.learners ?? []).map(
    ([n, enrolmentId, personId, cohortId, birthName, usageName, givenName, state, route]) => {
      const [jury] = juries(n);
      const plannedJury = juryDays.get(cohortId) ?? null;
      const tutor = tutors(n).at(-1);
      const decided = verdicts(n).map(toVerdict);
      return {
        enrolmentId,
        personId,
        cohortId,
        familyName: usageName ?? birthName,
        givenName,
        state,
        route,
        verdicts: decided,
        nextJuryId: jury?.[2] ?? null,
        facts: {
          items: items(n),
          halfDays: halfDays(n).map(toHalfDay),
          dispensations: dispensations(n).map(
            ([, blockCode, moduleCode, grantedMinutes, state]) => ({
              blockCode,
              moduleCode,
              grantedMinutes,
              state,
            }),
          ),
          appraisals: appraisals(n).map(([, blockCode, signedOn, signerName, origin, ratings]) => ({
            blockCode,
            signedOn,
            signerName,
            origin,
            ratings,
          })),
          results: results(n).map(([, assessmentCode, attempt, heldOn, marks]) => ({
            assessmentCode,
            attempt,
            heldOn,
            marks,
          })),
          credentials: credentials(n).map(([, credentialCode, obtainedOn, expiresOn]) => ({
            credentialCode,
            obtainedOn,
            expiresOn,
          })),
          decisions: lastDecisions(decided),
          nextEvaluations: nextEvaluations(planned(n)),
          nextJuryOn:
            jury?.[1] ??
            (plannedJury !== null && today !== null && plannedJury >= today ? plannedJury : null),
          tutorName: tutor
            ? formatName({ birthName: tutor[1], usageName: tutor[2], givenName: tutor[3] })
            : null,
        },
      };
    },
  );
}

/** What is planned and what was recorded meet module by module: either may lack the other. */
function collectItems(row: FactsRow): (n: number) => readonly ItemMinutes[] {
  const found = new Map<number, Map<string, Mutable<ItemMinutes>>>();
  const itemOf = (n: number, [kind, blockCode, moduleCode]: Key) => {
    const ofLearner = found.get(n) ?? new Map<string, Mutable<ItemMinutes>>();
    found.set(n, ofLearner);
    const key = `${kind}/${blockCode}/${moduleCode ?? ''}`;
    const item = ofLearner.get(key) ?? {
      kind,
      blockCode,
      moduleCode,
      expected: 0,
      attended: 0,
      awaiting: 0,
      done: 0,
      unsigned: 0,
    };
    ofLearner.set(key, item);
    return item;
  };
  for (const [n, kind, blockCode, moduleCode, minutes] of row.planned ?? [])
    itemOf(n, [kind, blockCode, moduleCode]).expected += minutes;
  for (const [n, kind, blockCode, moduleCode, ...minutes] of row.done ?? []) {
    const [recorded, signed, onPath, signedOnPath] = minutes;
    const item = itemOf(n, [kind, blockCode, moduleCode]);
    item.done += signed ?? 0;
    item.unsigned += recorded - (signed ?? 0);
    item.attended += signedOnPath ?? 0;
    item.awaiting += (onPath ?? 0) - (signedOnPath ?? 0);
  }
  return (n) => [...(found.get(n)?.values() ?? [])];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The rows of one learner; the rows come with the learner's number first. */
function byLearner<Row extends readonly [number, ...unknown[]]>(
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

const toHalfDay = ([
  ,
  kind,
  blockCode,
  moduleCode,
  date,
  startsAt,
  minutes,
  isCounted,
  attended,
  awaiting,
]: NonNullable<FactsRow['half_days']>[number]): PathHalfDay => ({
  kind,
  blockCode,
  moduleCode,
  date,
  startsAt,
  minutes,
  isCounted: isCounted === true,
  attended,
  awaiting,
});

const toVerdict = ([, blockCode, decision, decidedOn, ...rest]: VerdictRow): JuryVerdict => {
  const [decisionId, jurySessionId, closedAt, motive, recommendation] = rest;
  return {
    decisionId,
    jurySessionId,
    closedAt: new Date(closedAt),
    blockCode,
    decision,
    decidedOn,
    motive,
    recommendation,
  };
};

/** Decisions come oldest first: the last one of each block counts, and an acquired block is kept. */
function lastDecisions(verdicts: readonly JuryVerdict[]): LearnerFacts['decisions'] {
  const last = new Map<string, LearnerFacts['decisions'][number]>();
  for (const { blockCode, decision, decidedOn } of verdicts) {
    if (last.get(blockCode)?.decision === 'acquired') continue;
    last.set(blockCode, { blockCode, decision, decidedOn, carriedFrom: null });
  }
  return [...last.values()];
}

function nextEvaluations(
  rows: readonly [number, ...Key, number, PlainDate | null][],
): LearnerFacts['nextEvaluations'] {
  return rows
    .flatMap(([, kind, blockCode, , , on]) =>
      kind === 'evaluation' && on !== null ? [{ blockCode, on }] : [],
    )
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}
