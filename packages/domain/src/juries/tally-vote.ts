import { countNoun } from '../french-format.ts';
import type { Decision } from '../reason.ts';

/** The count of a vote on « acquis » for one candidate and block. */
export interface Vote {
  readonly for: number;
  readonly against: number;
  readonly abstentions: number;
}

const source = 'DOMAIN Q7';

/** « 3 voix pour, 1 contre, 0 abstention » */
export const describeVote = ({ for: inFavour, against, abstentions }: Vote): string =>
  `${inFavour} voix pour, ${against} contre, ${countNoun(abstentions, 'abstention')}`;

/** How many members took part, abstentions included. */
export const countVoters = (vote: Vote): number => vote.for + vote.against + vote.abstentions;

/**
 * What a vote decides (DOMAIN Q7): acquired by an absolute majority of those who took part,
 * abstentions included; not acquired otherwise. A tie is « non acquis, à revoir » with the CPNEFP.
 */
export function tallyVote(vote: Vote): Decision<'acquired' | 'not_acquired'> {
  const counted = describeVote(vote);
  if (vote.for > 0 && vote.for === vote.against) {
    const facts = `${counted} : à égalité, le bloc n’est pas acquis et le cas est à revoir avec la CPNEFP.`;
    return {
      outcome: 'not_acquired',
      reasons: [{ rule: 'jury.vote-tie', met: false, facts, source }],
    };
  }
  const met = vote.for * 2 > countVoters(vote);
  const facts = met
    ? `${counted} : majorité absolue, le bloc est acquis.`
    : `${counted} : pas de majorité absolue, le bloc n’est pas acquis.`;
  const reasons = [{ rule: 'jury.absolute-majority', met, facts, source }];
  return { outcome: met ? 'acquired' : 'not_acquired', reasons };
}
