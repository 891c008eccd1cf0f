import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countedMinutes, surplusMinutes, tellHours } from './hours-done.ts';

const minutes = fc.integer({ min: 0, max: 30_000 });

describe('the hours that count (DOMAIN 13: hours never compensate)', () => {
  it('what was done on a module dispensed since fills nothing elsewhere', () => {
    // 14 h done on a module that is dispensed now; 12 h 30 are missing elsewhere.
    const hours = { due: 13_380, done: 13_470, missing: 750 };
    expect(tellHours(hours)).toBe('210 h 30 sur 223 h');
    expect(surplusMinutes(hours)).toBe(840);
  });

  it('nobody has done more than what is due', () => {
    fc.assert(
      fc.property(minutes, minutes, (due, part) => {
        const missing = Math.min(due, part);
        const counted = countedMinutes({ due, missing });
        expect(counted).toBeGreaterThanOrEqual(0);
        expect(counted).toBeLessThanOrEqual(due);
      }),
    );
  });

  it('of who follows nothing it says that nothing is due', () => {
    expect(tellHours({ due: 0, missing: 0 })).toBe('aucune heure due');
  });
});
