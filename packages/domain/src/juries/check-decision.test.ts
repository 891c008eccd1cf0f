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
    seat: 'sitting',
    vote: null,
    voters: 4,
    decidedElsewhereOn: null,
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

  it('is refused for a block that another open session has decided (S1:L176)', () => {
    expect(rulesOf({ decidedElsewhereOn: '2026-11-23' })).toEqual(['jury.decided-once /blockCode']);
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

  it('is not written down by a member marked absent, nor by an alternate who does not sit', () => {
    expect(rulesOf({ seat: 'absent' })).toEqual(['jury.seat ']);
    expect(rulesOf({ seat: 'alternate' })).toEqual(['jury.seat ']);
    expect(rulesOf({ seat: 'office' })).toEqual([]);
  });

  it('says what the vote says, when one was held (Q7)', () => {
    const won = { for: 3, against: 1, abstentions: 0 };
    const tied = { for: 2, against: 2, abstentions: 0 };
    expect(rulesOf({ vote: won })).toEqual([]);
    expect(rulesOf({ vote: tied })).toEqual(['jury.vote-decides /vote']);
    const refused = { proposal: 'not_acquired', decision: 'not_acquired' } as const;
    expect(rulesOf({ ...refused, vote: tied })).toEqual([]);
    expect(rulesOf({ ...refused, vote: won })).toEqual(['jury.vote-decides /vote']);
    expect(rulesOf({ proposal: 'incomplete', decision: 'adjourned', vote: won })).toEqual([]);
  });

  it('counts no more voices than members who may vote for this candidate', () => {
    expect(rulesOf({ vote: { for: 5, against: 0, abstentions: 0 } })).toEqual([
      'jury.vote-count /vote',
    ]);
    expect(rulesOf({ vote: { for: 0, against: 0, abstentions: 0 } })).toEqual([
      'jury.vote-count /vote',
    ]);
  });
});
