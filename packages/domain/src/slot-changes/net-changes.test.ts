import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KeptChange, netChanges } from './net-changes.ts';

const change = (
  slotId: string,
  before: string | null,
  after: string | null,
): KeptChange<string> => ({ slotId, before, after });

describe('people are told what changed in the end, not each step', () => {
  it('moved twice is moved once', () => {
    expect(netChanges([change('a', 'lundi', 'mardi'), change('a', 'mardi', 'jeudi')])).toEqual([
      change('a', 'lundi', 'jeudi'),
    ]);
  });

  it('added, then removed again: nothing', () => {
    expect(netChanges([change('a', null, 'lundi'), change('a', 'lundi', null)])).toEqual([]);
  });

  it('each half-day once, with its first state and its last', () => {
    const states = fc.array(fc.option(fc.string()), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), states), (histories) => {
        const steps = Object.entries(histories).flatMap(([slotId, history]) =>
          history.slice(1).map((after, index) => change(slotId, history[index] ?? null, after)),
        );
        for (const { slotId, before, after } of netChanges(steps)) {
          const history = histories[slotId] ?? [];
          expect([before, after]).toEqual([history[0], history.at(-1)]);
        }
      }),
    );
  });
});
