import type { Decision } from '../reason.ts';
import type { BlockProposal } from '../vocabulary.ts';

/**
 * Whether the rule says something else now than when the jury decided: another outcome, or other
 * facts behind the same one. An épreuve, an attestation or an appraisal was corrected in between, so
 * the decision rests on facts that no longer hold and the jury looks again (DOMAIN 4.6).
 */
export function hasProposalChanged(
  saved: Decision<BlockProposal>,
  now: Decision<BlockProposal>,
): boolean {
  if (saved.outcome !== now.outcome || saved.reasons.length !== now.reasons.length) return true;
  return saved.reasons.some((reason, index) => {
    const current = now.reasons[index];
    return (
      reason.rule !== current?.rule || reason.met !== current.met || reason.facts !== current.facts
    );
  });
}
