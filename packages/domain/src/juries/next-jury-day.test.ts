import { describe, expect, it } from '@jest/globals';
import { nextJuryDay } from './next-jury-day.ts';

const today = '2026-11-22';

describe('the day of a learner’s next jury (S1:L176, Q6)', () => {
  it('is that of the session that presents them, not the day that the cohort plans', () => {
    const input = { sessionDays: ['2027-02-12'], plannedOn: '2026-12-18', today };
    expect(nextJuryDay(input)).toBe('2027-02-12');
  });

  it('of two sessions the first to come, today included', () => {
    const sessionDays = ['2027-02-12', '2026-11-22', '2026-11-02'];
    expect(nextJuryDay({ sessionDays, plannedOn: null, today })).toBe('2026-11-22');
  });

  it('is the cohort’s day while nothing else is known, and none once it has passed', () => {
    expect(nextJuryDay({ sessionDays: [], plannedOn: '2026-12-18', today })).toBe('2026-12-18');
    expect(nextJuryDay({ sessionDays: [], plannedOn: '2026-06-18', today })).toBeNull();
    expect(nextJuryDay({ sessionDays: ['2026-06-18'], plannedOn: null, today })).toBeNull();
  });
});
