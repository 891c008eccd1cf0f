import { describe, expect, it } from '@jest/globals';
import { listWeeks, monthRange, nextTeachingDay, shiftMonth } from './month.ts';

describe('the weeks of a month', () => {
  it('start on Monday and cover the whole month', () => {
    const weeks = listWeeks('2027-01');
    expect(weeks[0]?.[0]).toBe('2026-12-28');
    expect(weeks.at(-1)?.[6]).toBe('2027-01-31');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it('are four for a February that starts on Monday', () => {
    expect(listWeeks('2027-02')).toHaveLength(4);
    expect(monthRange('2027-02')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });

  it('cross the change of hour without losing a day', () => {
    expect(new Set(listWeeks('2027-03').flat()).size).toBe(35);
  });
});

it('months follow over the year', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01');
  expect(shiftMonth('2026-01', -1)).toBe('2025-12');
});

describe('the day a half-day is added on', () => {
  it('is the next weekday of the cohort that is no holiday', () => {
    expect(nextTeachingDay('2027-01-10', [3, 4], ['2027-01-13'])).toBe('2027-01-14');
  });

  it('is none for a cohort without weekdays', () => {
    expect(nextTeachingDay('2027-01-10', [], [])).toBeNull();
  });
});
