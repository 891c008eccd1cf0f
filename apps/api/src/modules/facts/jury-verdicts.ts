import {
  type BlockDecision,
  type Equivalence,
  findCountedBlock,
  type PlainDate,
  type VersionOrigin,
} from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import {
  byLearner,
  type EquivalenceRow,
  type FactsRow,
  type ReceivedRow,
  type VerdictRow,
} from './facts-row.ts';
import { verdictsText } from './learner-facts.sql.ts';
import { readVersionOrigins } from './version-origins.ts';

/** A decision of a closed session on one block, of this centre or, confirmed, of another (Q19). */
export interface JuryVerdict {
  /** The decision, or the received block. */
  readonly decisionId: string;
  /** `null` when another centre's jury decided. */
  readonly jurySessionId: string | null;
  /** Closing of the session, or the certifier's confirmation. */
  readonly closedAt: Date;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  readonly motive: string | null;
  readonly recommendation: string | null;
  /** Title of the version under which the block was acquired, when the learner follows another. */
  readonly carriedFrom: string | null;
  /** The centre whose jury decided, when it is another. */
  readonly acquiredAt: string | null;
  /** The certifier's approval, when it counts as another block than the one decided (Q4). */
  readonly equivalence: {
    readonly acquiredBlockCode: string;
    readonly approvedOn: PlainDate;
    readonly approvedBy: string;
  } | null;
}

type DecidedRows = Pick<FactsRow, 'verdicts' | 'equivalences' | 'received'>;

/** The verdicts of these enrolments, oldest first, by enrolment. */
export async function readVerdicts(
  query: Query,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JuryVerdict[]>> {
  const [row] = await query<DecidedRows & { learners: [number, string][] | null }>({
    name: 'learner-verdicts',
    text: verdictsText,
    values: [enrolmentIds],
  });
  const verdictsOf = await keepVerdicts(
    query,
    row ?? { verdicts: null, equivalences: null, received: null },
  );
  return new Map((row?.learners ?? []).map(([n, id]) => [id, verdictsOf(n)]));
}

/**
 * The verdicts that count for each learner, by number: their own, and the blocks that they keep from
 * another enrolment, under the block as which each counts (S1:L176, DOMAIN Q4). Versions are read only when somebody comes from another one.
 */
export async function keepVerdicts(
  query: Query,
  { verdicts: rows, equivalences, received }: DecidedRows,
): Promise<(n: number) => readonly JuryVerdict[]> {
  const isFromElsewhere =
    rows?.some((row) => {
      const { acquiredUnder, followed } = versionsOf(row);
      return followed !== null && followed !== acquiredUnder;
    }) || received?.some((row) => row[7] !== row[8]);
  const versions = isFromElsewhere ? await readVersionOrigins(query) : [];
  const ofLearner = byLearner(rows);
  const approvedOf = byLearner(equivalences);
  const receivedOf = byLearner(received);
  return (n) => {
    const approved = approvedOf(n).map(toApproved);
    const own = ofLearner(n).flatMap((row) => toVerdict(row, versions, approved));
    const confirmed = receivedOf(n).flatMap((row) => toReceivedVerdict(row, versions, approved));
    if (confirmed.length === 0) return own;
    return [...own, ...confirmed].toSorted((one, other) =>
      one.decidedOn.localeCompare(other.decidedOn),
    );
  };
}

/** A confirmed block as the acquisition that it is; none when the version followed does not keep it. */
function toReceivedVerdict(
  [, receivedCode, decidedOn, decisionId, confirmedAt, acquiredAt, ...versionsOfBlock]: ReceivedRow,
  versions: readonly VersionOrigin[],
  approved: readonly Approved[],
): JuryVerdict[] {
  const [carriedFrom, acquiredUnder, followed] = versionsOfBlock;
  const decided = { acquiredUnder, blockCode: receivedCode };
  const blockCode = findCountedBlock(decided, followed, versions, approved);
  if (blockCode === null) return [];
  return [
    {
      decisionId,
      jurySessionId: null,
      closedAt: new Date(confirmedAt),
      blockCode,
      decision: 'acquired',
      decidedOn,
      motive: null,
      recommendation: null,
      carriedFrom,
      acquiredAt,
      equivalence: null,
    },
  ];
}

interface Approved extends Equivalence {
  readonly answeredOn: PlainDate;
  readonly answeredBy: string;
}

const toApproved = ([
  ,
  acquiredUnder,
  acquiredBlockCode,
  followed,
  blockCode,
  ...answer
]: EquivalenceRow): Approved => ({
  acquiredUnder,
  acquiredBlockCode,
  followed,
  blockCode,
  state: 'approved',
  answeredOn: answer[0],
  answeredBy: answer[1],
});

/** A row of the statement as a verdict; none when it counts for no block of the learner's version. */
function toVerdict(
  row: VerdictRow,
  versions: readonly VersionOrigin[],
  approved: readonly Approved[],
): JuryVerdict[] {
  const [, decidedBlock, decision, decidedOn, decisionId, jurySessionId, closedAt, ...rest] = row;
  const [motive, recommendation] = rest;
  const { acquiredUnder, followed } = versionsOf(row);
  const decided = { acquiredUnder, blockCode: decidedBlock };
  const under = followed ?? acquiredUnder;
  const blockCode = findCountedBlock(decided, under, versions, approved);
  if (blockCode === null) return [];
  const isCarried = under !== acquiredUnder;
  const approval = approved.find(
    (one) =>
      one.followed === under &&
      one.acquiredUnder === acquiredUnder &&
      one.acquiredBlockCode === decidedBlock,
  );
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
      acquiredAt: null,
      equivalence: approval
        ? {
            acquiredBlockCode: decidedBlock,
            approvedOn: approval.answeredOn,
            approvedBy: approval.answeredBy,
          }
        : null,
    },
  ];
}

const versionsOf = ([, , , , , , , , , acquiredUnder, followed]: VerdictRow) => ({
  acquiredUnder,
  followed,
});
