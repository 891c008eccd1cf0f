import { describe, expect, it } from '@jest/globals';
import { checkResitDay } from './check-resit-day.ts';

describe('the day of a re-sit is that of a later session (S1:L176)', () => {
  it('today or to come', () => {
    expect(checkResitDay('2026-06-18', '2026-06-18')).toEqual([]);
    expect(checkResitDay('2026-09-10', '2026-06-18')).toEqual([]);
  });

  it('never behind', () => {
    expect(checkResitDay('2026-06-17', '2026-06-18')).toMatchObject([
      { rule: 'resit.planned-ahead', path: '/plannedOn', source: 'S1:L176' },
    ]);
  });
});
