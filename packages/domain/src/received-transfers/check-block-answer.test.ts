import { describe, expect, it } from '@jest/globals';
import { checkReceivedBlockAnswer } from './check-block-answer.ts';

const rulesOf = (...args: Parameters<typeof checkReceivedBlockAnswer>) =>
  checkReceivedBlockAnswer(...args).map(({ rule, path }) => [rule, path]);

describe('the certifier answers on a received block (DOMAIN Q19)', () => {
  it('received-block.refusal-explained: confirms without a motive, refuses with one', () => {
    expect(rulesOf('requested', { to: 'approved', motive: null })).toEqual([]);
    expect(rulesOf('requested', { to: 'refused', motive: 'Jury inconnu' })).toEqual([]);
    expect(rulesOf('requested', { to: 'refused', motive: ' ' })).toEqual([
      ['received-block.refusal-explained', '/motive'],
    ]);
  });

  it('received-block.answered-once: neither a confirmation nor a refusal changes', () => {
    for (const state of ['approved', 'refused'] as const)
      expect(rulesOf(state, { to: 'approved', motive: null })).toEqual([
        ['received-block.answered-once', ''],
      ]);
  });
});
