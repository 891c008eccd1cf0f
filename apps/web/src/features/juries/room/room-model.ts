import type { Answer } from '@jalon/contract';
import {
  type BlockDecision,
  needsMotive,
  type OverallResult,
  overallResult,
  type Vote,
} from '@jalon/domain';

export type Room = Answer<'GET /juries/:juryId/room'>;
export type Candidate = Room['candidates'][number];
export type Decision = Room['decisions'][number];
export type RoomBlock = Candidate['blocks'][number];

/** What a member has typed for one block and not saved yet. */
export interface Draft {
  readonly decision: BlockDecision | null;
  readonly motive: string;
  readonly recommendation: string;
  /** The count of the vote; `null` when none was held. */
  readonly vote: Vote | null;
}

export const keyOf = (enrolmentId: string, blockCode: string): string =>
  `${enrolmentId} ${blockCode}`;

/** The candidate and the block that a key names. */
export const placeOf = (key: string) => {
  const [enrolmentId = '', blockCode = ''] = key.split(' ');
  return { enrolmentId, blockCode };
};

/** Decisions in force by candidate and block. */
export const indexDecisions = (decisions: readonly Decision[]): ReadonlyMap<string, Decision> =>
  new Map(decisions.map((one) => [keyOf(one.enrolmentId, one.blockCode), one]));

export const presentedBlocks = ({ blocks }: Candidate): readonly RoomBlock[] =>
  blocks.filter(({ status }) => status === 'presented');

/** How many of a candidate's blocks are decided. */
export const countDecided = (
  candidate: Candidate,
  decisions: ReadonlyMap<string, Decision>,
): number =>
  presentedBlocks(candidate).filter(({ blockCode }) =>
    decisions.has(keyOf(candidate.enrolmentId, blockCode)),
  ).length;

/** The overall result; `null` while a block waits. Blocks held already count as acquired. */
export function resultOf(
  candidate: Candidate,
  decisions: ReadonlyMap<string, Decision>,
): OverallResult | null {
  if (countDecided(candidate, decisions) < presentedBlocks(candidate).length) return null;
  const verdicts = candidate.blocks.flatMap<Pick<Decision, 'blockCode' | 'decision'>>(
    ({ blockCode, status }) => {
      if (status === 'held') return [{ blockCode, decision: 'acquired' }];
      const decision = decisions.get(keyOf(candidate.enrolmentId, blockCode));
      return decision ? [decision] : [];
    },
  );
  return overallResult(
    candidate.blocks.map(({ blockCode }) => blockCode),
    verdicts,
  );
}

/** Whether the draft may be sent: decided, with a motive where the rule asks for one. */
export const isComplete = (block: RoomBlock, draft: Draft): boolean =>
  draft.decision !== null && !(asksForMotive(block, draft.decision) && draft.motive.trim() === '');

/** Whether this decision was taken on facts that were corrected since: the jury confirms it. */
export const isOutdated = ({ outdatedDecisionId }: RoomBlock, decision: Decision | undefined) =>
  decision !== undefined && decision.id === outdatedDecisionId;

/** Why a member who sits confirms this decision, when its author does not sit any more. */
export const whyUnseated = ({ unseatedDecision }: RoomBlock, decision: Decision | undefined) =>
  decision !== undefined && decision.id === unseatedDecision?.id ? unseatedDecision.reason : null;

/** Whether the decision stands only once it is confirmed. */
export const mustConfirm = (block: RoomBlock, decision: Decision | undefined): boolean =>
  isOutdated(block, decision) || whyUnseated(block, decision) !== null;

/** Whether this decision differs from the proposal, so that the jury says why. */
export const asksForMotive = ({ proposal }: RoomBlock, decision: BlockDecision | null): boolean =>
  decision !== null && proposal !== null && needsMotive(proposal.outcome, decision);

export const draftOf = (decision: Decision | undefined): Draft => ({
  decision: decision?.decision ?? null,
  motive: decision?.motive ?? '',
  recommendation: decision?.recommendation ?? '',
  vote: decision?.vote ?? null,
});

/** Whether something typed is not saved. */
export const isChanged = (draft: Draft, decision: Decision | undefined): boolean => {
  const saved = draftOf(decision);
  return (
    draft.decision !== saved.decision ||
    draft.motive !== saved.motive ||
    draft.recommendation !== saved.recommendation ||
    draft.vote?.for !== saved.vote?.for ||
    draft.vote?.against !== saved.vote?.against ||
    draft.vote?.abstentions !== saved.vote?.abstentions
  );
};
