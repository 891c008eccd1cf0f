import { frameworkContent } from '@jalon/contract';
import {
  type AccessRoute,
  type AskingSession,
  type AssessmentResult,
  type BlockProposal,
  computeHours,
  type Decision,
  explainCredentials,
  type Framework,
  findBlock,
  type HeldCredential,
  type LearnerHours,
  lastRefusal,
  type ParisMoment,
  type PlainDate,
  proposeBlockResult,
  type SignedAppraisal,
} from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import type { JuryVerdict } from './jury-verdicts.ts';
import { readLearnerFacts } from './learner-facts.ts';
import type { CohortRecord, LearnerRecord } from './learner-record.ts';

/** What the rules need to know of one enrolment to propose, decide and certify. */
export interface EnrolmentFacts {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly cohort: { readonly id: string; readonly name: string };
  readonly route: AccessRoute;
  readonly startsOn: PlainDate;
  readonly frameworkId: string;
  readonly framework: Framework;
  /** Attempts in force, superseded ones left out. */
  readonly results: readonly AssessmentResult[];
  /** Every signed appraisal, in the order of signing. */
  readonly appraisals: readonly SignedAppraisal[];
  readonly credentials: readonly HeldCredential[];
  /** Decisions of closed sessions, oldest first. */
  readonly verdicts: readonly JuryVerdict[];
  readonly hours: LearnerHours;
  /** The next jury; `null` when none is planned, or the facts were read without a moment. */
  readonly nextJuryOn: PlainDate | null;
}

/**
 * The facts of many enrolments at once: two statements, whatever their number. An enrolment that is
 * not in the caller's centre is absent from the map. The map keeps the order of names.
 */
export async function loadBlockFacts(
  query: Query,
  enrolmentIds: readonly string[],
  now: ParisMoment | null = null,
): Promise<ReadonlyMap<string, EnrolmentFacts>> {
  if (enrolmentIds.length === 0) return new Map();
  const { learners, cohorts } = await readLearnerFacts(query, 'enrolments', enrolmentIds, now);
  const frameworks = await readFrameworks(
    query,
    cohorts.map(({ frameworkVersionId }) => frameworkVersionId),
  );
  const facts = learners.map((record) => {
    const cohort = cohorts.find(({ id }) => id === record.cohortId);
    const framework = frameworks.get(cohort?.frameworkVersionId ?? '');
    if (!cohort || !framework) throw new Error(`No framework for ${record.enrolmentId}`);
    return toEnrolmentFacts(record, cohort, framework);
  });
  return new Map(facts.sort(byName).map((one) => [one.enrolmentId, one]));
}

const toEnrolmentFacts = (
  record: LearnerRecord,
  cohort: CohortRecord,
  framework: Framework,
): EnrolmentFacts => ({
  enrolmentId: record.enrolmentId,
  personId: record.personId,
  name: `${record.familyName} ${record.givenName}`,
  cohort: { id: cohort.id, name: cohort.name },
  route: record.route,
  startsOn: record.startsOn,
  frameworkId: cohort.frameworkVersionId,
  framework,
  results: record.facts.results.toSorted((one, other) => one.attempt - other.attempt),
  appraisals: record.facts.appraisals,
  credentials: record.facts.credentials.toSorted((one, other) =>
    one.obtainedOn.localeCompare(other.obtainedOn),
  ),
  verdicts: record.verdicts,
  hours: computeHours({ framework, ...record.facts }),
  nextJuryOn: record.facts.nextJuryOn,
});

const french = new Intl.Collator('fr');
const byName = (one: EnrolmentFacts, other: EnrolmentFacts): number =>
  french.compare(one.name, other.name);

/** The versions behind these ids, each read and checked once. */
async function readFrameworks(
  query: Query,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Framework>> {
  const rows = await query<{ id: string; content: unknown }>({
    name: 'facts-frameworks',
    text: 'select id, content from framework_version where id = any($1::uuid[])',
    values: [[...new Set(ids)]],
  });
  return new Map(rows.map(({ id, content }) => [id, frameworkContent.parse(content)]));
}

/** What the rule proposes to a session for one block, with its reasons. */
export function proposeBlock(
  facts: EnrolmentFacts,
  blockCode: string,
  session: AskingSession,
): Decision<BlockProposal> {
  const { framework, credentials } = facts;
  const onDate = session.heldOn;
  const hours = facts.hours.blocks.find((block) => block.blockCode === blockCode);
  const { outcome, reasons } = proposeBlockResult({
    framework,
    blockCode,
    results: facts.results,
    appraisals: facts.appraisals,
    credentials,
    onDate,
    refusedOn: lastRefusal(facts.verdicts, blockCode, session),
    ...(hours ? { hours } : {}),
  });
  const block = findBlock(framework, blockCode);
  const validity = explainCredentials({
    framework,
    block,
    credentials,
    nextJuryOn: onDate,
    today: onDate,
  });
  return { outcome, reasons: [...reasons, ...validity] };
}
