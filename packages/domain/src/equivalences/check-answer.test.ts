import { describe, expect, it } from '@jest/globals';
import { checkEquivalenceAnswer } from './check-answer.ts';

const rulesOf = (...args: Parameters<typeof checkEquivalenceAnswer>) =>
  checkEquivalenceAnswer(...args).map(({ rule, path }) => [rule, path]);

const asked = { state: 'requested', acquired: { decision: 'acquired' } } as const;

describe('the certifier answers an equivalence (DOMAIN Q4)', () => {
  it('approves without a motive, refuses with one', () => {
    expect(rulesOf(asked, { to: 'approved', motive: null })).toEqual([]);
    expect(rulesOf(asked, { to: 'refused', motive: 'Compétences absentes' })).toEqual([]);
    expect(rulesOf(asked, { to: 'refused', motive: ' ' })).toEqual([
      ['equivalence.refusal-explained', '/motive'],
    ]);
  });

  it('once: neither an approval nor a refusal changes', () => {
    for (const state of ['approved', 'refused'] as const)
      expect(rulesOf({ ...asked, state }, { to: 'approved', motive: null })).toEqual([
        ['equivalence.answered-once', ''],
      ]);
  });

  it('approves only while the jury’s decision stands: rectified, it may be refused (DOMAIN 4.6)', () => {
    for (const acquired of [null, { decision: 'not_acquired' } as const]) {
      const rectified = { ...asked, acquired };
      expect(rulesOf(rectified, { to: 'approved', motive: null })).toEqual([
        ['equivalence.decision-stands', '/to'],
      ]);
      expect(rulesOf(rectified, { to: 'refused', motive: 'Rectifié' })).toEqual([]);
    }
  });
});
