import { blockKeptUntil, findStandingVerdict } from '../certificates/held-blocks.ts';
import type { ApprovedEquivalence } from '../equivalences/tell-equivalence.ts';
import { lastRefusal } from '../juries/last-refusal.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** What a closed jury decided on one block of a learner. */
export interface DecisionRecord {
  readonly blockCode: string;
  readonly jurySessionId: string | null;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  /** Title of the version under which the block was acquired, when it is not the learner's own. */
  readonly carriedFrom: string | null;
  /** The centre whose jury decided, when it is another (DOMAIN Q19). */
  readonly acquiredAt?: string | null;
  /** The certifier's approval by which it counts here; absent or `null` when it needs none (Q4). */
  readonly equivalence?: ApprovedEquivalence | null;
}

/** The jury's decision by which a block stands, or one taken over from elsewhere. */
export interface BlockRecord
  extends Pick<
    DecisionRecord,
    'decision' | 'decidedOn' | 'carriedFrom' | 'acquiredAt' | 'equivalence'
  > {
  /** Day on which a jury last refused the block; absent or `null` for none. */
  readonly refusedOn?: PlainDate | null;
  /** First day on which the acquisition no longer counts; absent or `null` for ever (DOMAIN 4.4). */
  readonly keptUntil?: PlainDate | null;
}

/**
 * Where one block stands with the juries on a day; `null` when none has decided.
 * @param decisions of closed sessions, oldest first, on any block
 * @param retentionMonths how long the block is kept; `null` for ever
 */
export function recordBlock(
  decisions: readonly DecisionRecord[],
  blockCode: string,
  retentionMonths: number | null,
  onDate: PlainDate,
): BlockRecord | null {
  const own = decisions.filter((one) => one.blockCode === blockCode);
  const standing = findStandingVerdict(own, retentionMonths, onDate);
  if (!standing) return null;
  const { decision, decidedOn, carriedFrom, acquiredAt = null } = standing.verdict;
  const { equivalence = null } = standing.verdict;
  const refusedOn = lastRefusal(own, blockCode, null);
  const keptUntil = decision === 'acquired' ? blockKeptUntil(decidedOn, retentionMonths) : null;
  return { decision, decidedOn, carriedFrom, acquiredAt, equivalence, refusedOn, keptUntil };
}
