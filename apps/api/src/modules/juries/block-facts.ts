import {
  type AccessRoute,
  type AssessmentResult,
  type BlockProposal,
  computeHours,
  type Decision,
  type Framework,
  formatName,
  type HeldCredential,
  isBlockKept,
  type LearnerHours,
  type PlainDate,
  proposeBlockResult,
  type SignedAppraisal,
} from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import {
  type JuryVerdict,
  readAppraisals,
  readAttendedMinutes,
  readCredentials,
  readDispensations,
  readEnrolments,
  readFrameworks,
  readResults,
  readVerdicts,
} from './block-facts.queries.ts';

/** What the rules need to know of one enrolment to propose, decide and certify. */
export interface EnrolmentFacts {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly cohort: { readonly id: string; readonly name: string };
  readonly route: AccessRoute;
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
}

/**
 * The facts of many enrolments at once: a fixed number of statements, whatever their number. An
 * enrolment that is not in the caller's centre is absent from the map. The map keeps the order of
 * names.
 */
export async function loadBlockFacts(
  query: Query,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, EnrolmentFacts>> {
  if (enrolmentIds.length === 0) return new Map();
  const enrolments = await readEnrolments(query, enrolmentIds);
  const frameworks = await readFrameworks(
    query,
    enrolments.map(({ frameworkId }) => frameworkId),
  );
  const results = await readResults(query, enrolmentIds);
  const appraisals = await readAppraisals(query, enrolmentIds);
  const credentials = await readCredentials(query, enrolmentIds);
  const verdicts = await readVerdicts(query, enrolmentIds);
  const dispensations = await readDispensations(query, enrolmentIds);
  const attended = await readAttendedMinutes(query, enrolmentIds);
  const facts = enrolments.map(({ enrolmentId, ...row }): [string, EnrolmentFacts] => {
    const framework = frameworks.get(row.frameworkId);
    if (!framework) throw new Error(`No framework ${row.frameworkId} for ${enrolmentId}`);
    const hours = computeHours({
      framework,
      dispensations: dispensations.get(enrolmentId) ?? [],
      expectedSlots: [],
      entries: attended.get(enrolmentId) ?? [],
    });
    return [
      enrolmentId,
      {
        enrolmentId,
        personId: row.personId,
        name: formatName(row),
        cohort: { id: row.cohortId, name: row.cohortName },
        route: row.route,
        frameworkId: row.frameworkId,
        framework,
        results: results.get(enrolmentId) ?? [],
        appraisals: appraisals.get(enrolmentId) ?? [],
        credentials: credentials.get(enrolmentId) ?? [],
        verdicts: verdicts.get(enrolmentId) ?? [],
        hours,
      },
    ];
  });
  return new Map(facts);
}

/** What the rule proposes for one block on a day, with its reasons. */
export function proposeBlock(
  facts: EnrolmentFacts,
  blockCode: string,
  onDate: PlainDate,
): Decision<BlockProposal> {
  const hours = facts.hours.blocks.find((block) => block.blockCode === blockCode);
  return proposeBlockResult({
    framework: facts.framework,
    blockCode,
    results: facts.results,
    appraisals: facts.appraisals,
    credentials: facts.credentials,
    onDate,
    ...(hours ? { hours } : {}),
  });
}

/** The verdict by which each block is held on a day: acquired once, and still kept (S1:L176). */
export function heldVerdicts(
  framework: Framework,
  verdicts: readonly JuryVerdict[],
  onDate: PlainDate,
): readonly JuryVerdict[] {
  return framework.blocks.flatMap(({ code }) => {
    const acquired = verdicts.findLast(
      (verdict) =>
        verdict.blockCode === code &&
        verdict.decision === 'acquired' &&
        isBlockKept(verdict.decidedOn, framework.blockRetentionMonths, onDate),
    );
    return acquired ? [acquired] : [];
  });
}

export type { JuryVerdict };
