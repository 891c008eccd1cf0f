import type { Finding } from '../finding.ts';
import type { BlockDecision, BlockProposal, JurySessionState } from '../vocabulary.ts';
import { isMotiveMissing, type JuryCandidate } from './check-closing.ts';

export interface DecisionInput {
  readonly sessionState: JurySessionState;
  readonly candidate: JuryCandidate;
  readonly blockCode: string;
  readonly proposal: BlockProposal;
  readonly decision: BlockDecision;
  readonly motive: string | null;
  /** The member who writes it down is tied to this candidate, recused or not. */
  readonly isMemberTied: boolean;
}

/**
 * Whether a decision may be recorded now: the session is open, the block is presented and not
 * already held (S1:L176), a motive is given when the decision differs from the proposal, and the
 * member is not tied to the candidate (DOMAIN 4.6, W34). Paths point into the decision.
 */
export function checkDecision(input: DecisionInput): readonly Finding[] {
  const { sessionState, candidate, blockCode } = input;
  if (sessionState !== 'open') {
    const message = 'Cette session de jury n’est pas ouverte : aucune décision ne s’y enregistre.';
    return [error('jury.session-open', '', message, 'DOMAIN 4.6')];
  }
  if (input.isMemberTied) {
    const message = `Vous avez un lien avec ${candidate.name} : les autres membres décident.`;
    return [error('jury.conflict-without-recusal', '', message, 'W34')];
  }
  if (candidate.heldBlockCodes.includes(blockCode)) {
    const message = `${candidate.name}, bloc ${blockCode} : déjà acquis, il ne se juge pas à nouveau.`;
    return [error('jury.block-already-held', '/blockCode', message, 'S1:L176')];
  }
  if (candidate.presentedBlockCodes && !candidate.presentedBlockCodes.includes(blockCode)) {
    const message = `${candidate.name} ne présente pas le bloc ${blockCode} à cette session.`;
    return [error('jury.block-not-presented', '/blockCode', message, 'S1:L176')];
  }
  if (!isMotiveMissing(input)) return [];
  const message = 'Cette décision diffère de la proposition : indiquez le motif.';
  return [error('jury.motive-missing', '/motive', message, 'DOMAIN 4.6')];
}

const error = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
