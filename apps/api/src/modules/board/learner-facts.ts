import type {
  AppraisalLevel,
  AppraisalOrigin,
  BlockDecision,
  CohortState,
  DispensationState,
  ItemMinutes,
  LearnerFacts,
  ParisMoment,
  PlainDate,
  SlotKind,
} from '@jalon/domain';
import { formatName } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { type FactsScope, learnerFactsText } from './learner-facts.sql.ts';

/** A learner of a cohort with all that a line of the board is made of. */
export interface LearnerRecord {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly state: EnrolmentState;
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

/** The one row of the statement; a column without rows is null. */
interface FactsRow {
  learners:
    | [n: number, id: string, personId: string, cohortId: string, ...Names, EnrolmentState][]
    | null;
  planned: [n: number, ...Key, minutes: number, nextOn: PlainDate | null][] | null;
  done: [n: number, ...Key, minutes: number, attended: number][] | null;
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
  decisions: [n: number, blockCode: string, BlockDecision, PlainDate][] | null;
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

/** Reads the facts of the learners of these cohorts, or of these enrolments, in one round trip. */
export async function readLearnerFacts(
  query: Query,
  scope: FactsScope,
  ids: readonly string[],
  now: ParisMoment,
): Promise<{
  readonly learners: readonly LearnerRecord[];
  readonly cohorts: readonly CohortRecord[];
}> {
  const [row] = await query<FactsRow>({
    name: `learner-facts-${scope}`,
    text: texts[scope],
    values: [ids, now.day, now.minute],
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
  return { learners: row ? collectLearners(row, cohorts, now.day) : [], cohorts };
}

function collectLearners(
  row: FactsRow,
  cohorts: readonly CohortRecord[],
  today: PlainDate,
): readonly LearnerRecord[] {
  const items = collectItems(row);
  const planned = byLearner(row.planned);
  const appraisals = byLearner(row.appraisals);
  const results = byLearner(row.results);
  const credentials = byLearner(row.credentials);
  const decisions = byLearner(row.decisions);
  const dispensations = byLearner(row.dispensations);
  const juries = byLearner(row.juries);
  const tutors = byLearner(row.tutors);
  const juryDays = new Map(cohorts.map(({ id, juryOn }) => [id, juryOn]));
  return (row.learners ?? []).map(
    ([n, enrolmentId, personId, cohortId, birthName, usageName, givenName, state]) => {
      const [jury] = juries(n);
      const plannedJury = juryDays.get(cohortId) ?? null;
      const tutor = tutors(n).at(-1);
      return {
        enrolmentId,
        personId,
        cohortId,
        familyName: usageName ?? birthName,
        givenName,
        state,
        nextJuryId: jury?.[2] ?? null,
        facts: {
          items: items(n),
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
          decisions: lastDecisions(decisions(n)),
          nextEvaluations: nextEvaluations(planned(n)),
          nextJuryOn:
            jury?.[1] ?? (plannedJury !== null && plannedJury >= today ? plannedJury : null),
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
      done: 0,
    };
    ofLearner.set(key, item);
    return item;
  };
  for (const [n, kind, blockCode, moduleCode, minutes] of row.planned ?? [])
    itemOf(n, [kind, blockCode, moduleCode]).expected += minutes;
  for (const [n, kind, blockCode, moduleCode, minutes, attended] of row.done ?? []) {
    const item = itemOf(n, [kind, blockCode, moduleCode]);
    item.done += minutes;
    item.attended += attended;
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

/** Decisions come oldest first: the last one of each block counts, and an acquired block is kept. */
function lastDecisions(
  rows: readonly [number, string, BlockDecision, PlainDate][],
): LearnerFacts['decisions'] {
  const last = new Map<string, LearnerFacts['decisions'][number]>();
  for (const [, blockCode, decision, decidedOn] of rows) {
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
