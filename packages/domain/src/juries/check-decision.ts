import type { Finding } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision, BlockProposal, JurySessionState } from '../vocabulary.ts';
import { isMotiveMissing, type JuryCandidate } from './check-closing.ts';
import { checkSeat, type Seat } from './check-seat.ts';
import { countVoters, tallyVote, type Vote } from './tally-vote.ts';

export interface DecisionInput {
  readonly sessionState: JurySessionState;
  readonly candidate: JuryCandidate;
  readonly blockCode: string;
  readonly proposal: BlockProposal;
  readonly decision: BlockDecision;
  readonly motive: string | null;
  /** The member who writes it down is tied to this candidate, recused or not. */
  readonly isMemberTied: boolean;
  readonly seat: Seat;
  /** The count of the vote, when one was held. */
  readonly vote: Vote | null;
  /** How many members may vote for this candidate. */
  readonly voters: number;
  /** Day of another open session that has acquired or refused the block; `null` for none. */
  readonly decidedElsewhereOn: PlainDate | null;
}

/**
 * Whether a decision may be recorded now: the session is open, the block is presented and not
 * already held (S1:L176) nor decided by another open session, a motive is given when the decision differs from the proposal, whoever
 * writes it down sits or is the office and is not tied to the candidate (DOMAIN 4.6, W34), and a vote
 * says the same as the decision (Q7). Paths point into the decision.
 */
export function checkDecision(input: DecisionInput): readonly Finding[] {
  const { sessionState, candidate, blockCode } = input;
  if (sessionState !== 'open') {
    const message = 'Cette session de jury n’est pas ouverte : aucune décision ne s’y enregistre.';
    return [error('jury.session-open', '', message, 'DOMAIN 4.6')];
  }
  const [unseated] = checkSeat(input.seat);
  if (unseated) return [unseated];
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
  if (input.decidedElsewhereOn !== null) {
    const message = `${candidate.name}, bloc ${blockCode} : déjà décidé par le jury ouvert du ${formatDay(input.decidedElsewhereOn)}. Un bloc ne se décide qu’une fois : closez ce jury-là, ou retirez le candidat de l’une des deux sessions.`;
    return [error('jury.decided-once', '/blockCode', message, 'S1:L176')];
  }
  return [...checkMotive(input), ...checkVote(input)];
}

function checkMotive(input: DecisionInput): readonly Finding[] {
  if (!isMotiveMissing(input)) return [];
  const message = 'Cette décision diffère de la proposition : indiquez le motif.';
  return [error('jury.motive-missing', '/motive', message, 'DOMAIN 4.6')];
}

/** A vote counts no more voices than members who may vote, and decides (Q7). */
function checkVote({ vote, voters, decision }: DecisionInput): readonly Finding[] {
  if (vote === null) return [];
  const count = countVoters(vote);
  if (count === 0 || count > voters) {
    const message =
      count === 0
        ? 'Comptez au moins une voix, ou n’indiquez pas de vote.'
        : `${count} voix comptées, mais ${countNoun(voters, 'membre vote', 'membres votent')} pour ce candidat.`;
    return [error('jury.vote-count', '/vote', message, 'DOMAIN Q7')];
  }
  const { outcome, reasons } = tallyVote(vote);
  // A block may be adjourned after a vote: nothing is decided then.
  if (decision === 'adjourned' || decision === outcome) return [];
  return [error('jury.vote-decides', '/vote', reasons[0]?.facts ?? '', 'DOMAIN Q7')];
}

const error = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
