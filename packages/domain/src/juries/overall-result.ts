import type { BlockDecision, BlockProposal } from '../vocabulary.ts';

export const overallResults = ['total', 'partial', 'refused', 'adjourned'] as const;
export type OverallResult = (typeof overallResults)[number];

/**
 * Whether the jury must say why: its decision is not what the rule proposed (DOMAIN 4.6).
 * Adjourning a block whose data is incomplete follows the proposal, so it needs no motive.
 */
export function needsMotive(proposal: BlockProposal, decision: BlockDecision): boolean {
  if (proposal === 'incomplete') return decision !== 'adjourned';
  return decision !== proposal;
}

/**
 * The candidate's result over the whole certification, blocks already held included (S1:L176,
 * W30, W32, W37): `total` when every block is acquired, `partial` when some are, `refused` when
 * none is and at least one was refused, `adjourned` when none was decided otherwise. A block
 * decided twice counts as acquired if it ever was.
 */
export function overallResult(
  blockCodes: readonly string[],
  decisions: readonly { readonly blockCode: string; readonly decision: BlockDecision }[],
): OverallResult {
  const codesDecided = (wanted: BlockDecision) =>
    new Set(
      decisions.filter(({ decision }) => decision === wanted).map(({ blockCode }) => blockCode),
    );
  const acquired = codesDecided('acquired');
  const acquiredCount = blockCodes.filter((code) => acquired.has(code)).length;
  if (blockCodes.length > 0 && acquiredCount === blockCodes.length) return 'total';
  if (acquiredCount > 0) return 'partial';
  const refused = codesDecided('not_acquired');
  return blockCodes.some((code) => refused.has(code)) ? 'refused' : 'adjourned';
}
