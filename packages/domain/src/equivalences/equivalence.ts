import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision, EquivalenceState } from '../vocabulary.ts';

/**
 * A block acquired under an earlier version that a centre asks the certifier to recognise as a block
 * of the version that the learner follows (DOMAIN Q4). It counts for nothing until it is approved.
 */
export interface Equivalence {
  /** The version under which a jury decided the block acquired, and its code there. */
  readonly acquiredUnder: string;
  readonly acquiredBlockCode: string;
  /** The version that the learner follows when it is asked, and the block there. */
  readonly followed: string;
  readonly blockCode: string;
  readonly state: EquivalenceState;
}

/** An equivalence with whose it is, where several people are read together. */
export interface PersonalEquivalence extends Equivalence {
  readonly personId: string;
}

/** What a closed jury decided for this person under another version: the decision in force. */
export interface AcquiredBlock {
  readonly acquiredUnder: string;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  /** Months for which that version keeps a block; `null` for ever (DOMAIN 4.4). */
  readonly retentionMonths: number | null;
}

/**
 * The block of the followed version as which an acquired one counts by the certifier's approval;
 * `null` without any. Only the pair of versions that was approved counts: a learner who then follows
 * another version asks again (DOMAIN Q4).
 */
export const findApprovedBlock = (
  acquired: Pick<AcquiredBlock, 'acquiredUnder' | 'blockCode'>,
  followed: string,
  equivalences: readonly Equivalence[],
): string | null =>
  equivalences.find(
    (one) =>
      one.state === 'approved' &&
      one.acquiredUnder === acquired.acquiredUnder &&
      one.acquiredBlockCode === acquired.blockCode &&
      one.followed === followed,
  )?.blockCode ?? null;
