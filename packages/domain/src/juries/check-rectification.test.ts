import { describe, expect, it } from '@jest/globals';
import {
  checkRectification,
  decidesRectification,
  judgeRectification,
  type RectificationSigner,
} from './check-rectification.ts';

const correction = {
  enrolmentId: 'e1',
  candidateName: 'Bonnet Maxime',
  blockCode: 'B2',
  before: 'not_acquired' as const,
  after: 'acquired' as const,
};
const input = {
  state: 'closed' as const,
  motive: 'Deux lignes inversées à la saisie.',
  corrections: [correction],
  awaited: null,
  replacesAwaited: false,
  deciding: ['employer' as const, 'employee' as const],
};
const rulesAt = (more: Partial<Parameters<typeof checkRectification>[0]>) =>
  checkRectification({ ...input, ...more }).map(({ rule, path }) => [rule, path]);

describe('rectifying minutes (DOMAIN 4.6)', () => {
  it('correct a closed session, with a motive', () => {
    expect(rulesAt({})).toEqual([]);
    expect(rulesAt({ state: 'open' })).toEqual([['jury.rectified-when-closed', '']]);
    expect(rulesAt({ motive: ' ' })).toEqual([['jury.rectification-motive', '/motive']]);
  });

  it('change a decision that the session took', () => {
    expect(rulesAt({ corrections: [] })).toEqual([['jury.rectification-changes', '/corrections']]);
    expect(rulesAt({ corrections: [{ ...correction, after: 'not_acquired' }] })).toEqual([
      ['jury.rectification-changes', '/corrections/0/decision'],
    ]);
    expect(rulesAt({ corrections: [{ ...correction, before: null }] })).toEqual([
      ['jury.rectification-changes', '/corrections/0/blockCode'],
    ]);
  });

  it('correct a decision once', () => {
    const twice = [correction, { ...correction, after: 'adjourned' as const }];
    expect(rulesAt({ corrections: twice })).toEqual([
      ['jury.rectification-twice', '/corrections/1/decisionId'],
    ]);
    expect(rulesAt({ corrections: [correction, { ...correction, enrolmentId: 'e2' }] })).toEqual(
      [],
    );
  });

  it('come one at a time: the last ones are signed first, or replaced', () => {
    const awaited = 'PV-2026-11-23-abc123-R1';
    expect(rulesAt({ awaited })).toEqual([['jury.rectified-one-at-a-time', '']]);
    expect(rulesAt({ awaited, replacesAwaited: true })).toEqual([]);
  });

  it('leave members of both colleges to decide: they could never be in force otherwise', () => {
    for (const deciding of [[], ['employer' as const, 'employer' as const]])
      expect(rulesAt({ deciding })).toEqual([['jury.rectification-deciding', '']]);
  });
});

describe('what they change is in force once the jury has signed (Q7, W34, W35)', () => {
  const signer = (more: Partial<RectificationSigner> = {}): RectificationSigner => ({
    college: 'employer',
    isDeciding: true,
    signature: 'own',
    ...more,
  });
  const employee = signer({ college: 'employee' });
  const later = { signature: null };
  const outcomeOf = (...members: readonly RectificationSigner[]) =>
    judgeRectification(members).outcome;

  it('not by the centre alone, nor by one college', () => {
    expect(outcomeOf(signer(later), { ...employee, ...later })).toBe('awaited');
    expect(outcomeOf(signer(), signer(), { ...employee, ...later })).toBe('awaited');
  });

  it('not by paper signatures, which the office notes: they are shown, and decide nothing', () => {
    const paper = { signature: 'paper' as const };
    expect(outcomeOf(signer(paper), { ...employee, ...paper })).toBe('awaited');
    expect(outcomeOf(signer(), { ...employee, ...paper })).toBe('awaited');
  });

  it('by an absolute majority of those who decide, of both colleges', () => {
    expect(outcomeOf(signer(), employee, signer(later), { ...employee, ...later })).toBe('awaited');
    expect(outcomeOf(signer(), employee, signer(later))).toBe('in_force');
    expect(outcomeOf(signer(), { ...employee, isDeciding: false })).toBe('awaited');
  });

  it('and says which of the two still lacks', () => {
    const both = judgeRectification([signer(), signer(), { ...employee, ...later }]).reasons;
    expect(both.map(({ rule, met }) => [rule, met])).toEqual([
      ['jury.rectification-majority', true],
      ['jury.rectification-both-colleges', false],
    ]);
  });

  it('the absent, alternates and whoever is tied to the candidate decide nothing', () => {
    const sitting = { isPresent: true, isAlternate: false, isTied: false };
    expect(decidesRectification(sitting)).toBe(true);
    for (const more of [{ isPresent: false }, { isAlternate: true }, { isTied: true }])
      expect(decidesRectification({ ...sitting, ...more })).toBe(false);
  });
});
