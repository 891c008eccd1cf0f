import { type BlockDecision, keepsBlock, type PlainDate, type VersionOrigin } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { byLearner, type FactsRow, type VerdictRow } from './facts-row.ts';
import { verdictsText } from './learner-facts.sql.ts';
import { readVersionOrigins } from './version-origins.ts';

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
  /** Title of the version under which the block was acquired, when the learner follows another. */
  readonly carriedFrom: string | null;
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
  const verdictsOf = await keepVerdicts(query, row?.verdicts ?? null);
  return new Map((row?.learners ?? []).map(([n, id]) => [id, verdictsOf(n)]));
}

/**
 * The verdicts that count for each learner, by number: their own, and the blocks that they keep from
 * another enrolment (S1:L176). Versions are read only when somebody comes from another one.
 */
export async function keepVerdicts(
  query: Query,
  rows: readonly VerdictRow[] | null,
): Promise<(n: number) => readonly JuryVerdict[]> {
  const isFromElsewhere = rows?.some((row) => {
    const { acquiredUnder, followed } = versionsOf(row);
    return followed !== null && followed !== acquiredUnder;
  });
  const versions = isFromElsewhere ? await readVersionOrigins(query) : [];
  const ofLearner = byLearner(rows);
  return (n) => ofLearner(n).flatMap((row) => toVerdict(row, versions));
}

/** A row of the statement as a verdict; none when the learner's version does not keep the block. */
function toVerdict(row: VerdictRow, versions: readonly VersionOrigin[]): JuryVerdict[] {
  const [, blockCode, decision, decidedOn, decisionId, jurySessionId, closedAt, ...rest] = row;
  const [motive, recommendation] = rest;
  const { acquiredUnder, followed } = versionsOf(row);
  const between = { acquiredUnder, followed: followed ?? acquiredUnder };
  if (!keepsBlock(blockCode, between, versions)) return [];
  const isCarried = between.followed !== acquiredUnder;
  return [
    {
      decisionId,
      jurySessionId,
      closedAt: new Date(closedAt),
      blockCode,
      decision,
      decidedOn,
      motive,
      recommendation,
      carriedFrom: isCarried
        ? (versions.find(({ id }) => id === acquiredUnder)?.title ?? null)
        : null,
    },
  ];
}

const versionsOf = ([, , , , , , , , , acquiredUnder, followed]: VerdictRow) => ({
  acquiredUnder,
  followed,
});
