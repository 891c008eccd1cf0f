import { describe, expect, it } from '@jest/globals';
import { checkLeavingSession } from './check-leaving-session.ts';

const check = (otherBlockCodes: string[], decidedBlockCodes: string[]) =>
  checkLeavingSession({
    candidateName: 'Bonnet Maxime',
    heldOn: '2026-12-18',
    blockCode: 'B4',
    otherBlockCodes,
    decidedBlockCodes,
  }).map(({ rule, message }) => `${rule} ${message}`);

describe('a re-sit is moved from one session to another (S1:L176)', () => {
  it('freely while that session has decided nothing about the candidate', () => {
    expect(check([], [])).toEqual([]);
    expect(check(['B2'], [])).toEqual([]);
  });

  it('leaving the other blocks that are sat there, decided or not', () => {
    expect(check(['B2'], ['B2'])).toEqual([]);
  });

  it('never once that session has decided the block, or anything when nothing else is sat there', () => {
    expect(check(['B2'], ['B4'])[0]).toMatch(
      /^resit.decided-there .*a déjà pris une décision pour Bonnet Maxime \(B4\)/,
    );
    expect(check([], ['B2'])[0]).toContain('le 18 décembre 2026'.slice(3));
  });
});
