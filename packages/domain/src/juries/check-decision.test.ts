import { describe, expect, it } from '@jest/globals';
import { checkDecision, type DecisionInput } from './check-decision.ts';

const candidate = {
  id: 'c1',
  name: 'Bonnet Maxime',
  heldBlockCodes: ['B1'],
  presentedBlockCodes: null,
};
const rulesOf = (more: Partial<DecisionInput>) =>
  checkDecision({
    sessionState: 'open',
    candidate,
    blockCode: 'B2',
    proposal: 'acquired',
    decision: 'acquired',
    motive: null,
    isMemberTied: false,
    ...more,
  }).map(({ rule, path }) => `${rule} ${path}`);

describe('a decision of the jury (DOMAIN 4.6)', () => {
  it('follows the proposal without a motive', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ proposal: 'incomplete', decision: 'adjourned' })).toEqual([]);
  });

  it('says why when it differs from the proposal', () => {
    const against = { proposal: 'not_acquired', decision: 'acquired' } as const;
    expect(rulesOf(against)).toEqual(['jury.motive-missing /motive']);
    expect(rulesOf({ ...against, motive: '   ' })).toEqual(['jury.motive-missing /motive']);
    expect(rulesOf({ ...against, motive: 'Dossier repris en séance.' })).toEqual([]);
  });

  it('is recorded in an open session only', () => {
    expect(rulesOf({ sessionState: 'prepared' })).toEqual(['jury.session-open ']);
    expect(rulesOf({ sessionState: 'closed' })).toEqual(['jury.session-open ']);
  });

  it('never judges again a block already held (S1:L176)', () => {
    expect(rulesOf({ blockCode: 'B1' })).toEqual(['jury.block-already-held /blockCode']);
  });

  it('leaves alone the blocks that a re-sitter does not present', () => {
    const resitter = { ...candidate, presentedBlockCodes: ['B4'] };
    expect(rulesOf({ candidate: resitter })).toEqual(['jury.block-not-presented /blockCode']);
    expect(rulesOf({ candidate: resitter, blockCode: 'B4' })).toEqual([]);
  });

  it('is not written down by a member tied to the candidate (W34)', () => {
    expect(rulesOf({ isMemberTied: true })).toEqual(['jury.conflict-without-recusal ']);
  });
});
