import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countVoters, tallyVote } from './tally-vote.ts';

const tally = (inFavour: number, against: number, abstentions = 0) =>
  tallyVote({ for: inFavour, against, abstentions });

describe('a vote of the jury (DOMAIN Q7)', () => {
  it('acquires a block by an absolute majority of those who took part', () => {
    expect(tally(3, 1).outcome).toBe('acquired');
    expect(tally(1, 3).outcome).toBe('not_acquired');
    expect(tally(3, 1).reasons[0]?.facts).toBe(
      '3 voix pour, 1 contre, 0 abstention : majorité absolue, le bloc est acquis.',
    );
  });

  it('abstentions count: two voices of five are no absolute majority', () => {
    expect(tally(2, 1, 2).outcome).toBe('not_acquired');
    expect(tally(3, 1, 1).outcome).toBe('acquired');
  });

  it('a tie is not acquired, to be seen with the CPNEFP', () => {
    const { outcome, reasons } = tally(2, 2);
    expect(outcome).toBe('not_acquired');
    expect(reasons).toMatchObject([{ rule: 'jury.vote-tie', met: false }]);
    expect(reasons[0]?.facts).toContain('à revoir avec la CPNEFP');
  });

  it('nobody in favour is a refusal, not a tie', () => {
    expect(tally(0, 0, 4).reasons[0]?.rule).toBe('jury.absolute-majority');
  });

  it('is acquired exactly when more than half of the voters are in favour', () => {
    const count = fc.nat({ max: 12 });
    fc.assert(
      fc.property(count, count, count, (inFavour, against, abstentions) => {
        const vote = { for: inFavour, against, abstentions };
        expect(tallyVote(vote).outcome === 'acquired').toBe(inFavour * 2 > countVoters(vote));
      }),
    );
  });
});
