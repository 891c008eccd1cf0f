import { describe, expect, it } from '@jest/globals';
import { listWeekDays, sayWeek } from './week.ts';

describe('a week of the centre', () => {
  it('goes from Monday to Friday, whatever the day of it', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
    expect(listWeekDays('2026-11-23')).toEqual(days);
    expect(listWeekDays('2026-11-29')).toEqual(days);
  });

  it('shows a Saturday only when somebody is taught that day', () => {
    expect(listWeekDays('2026-11-23', [{ date: '2026-11-28' }]).at(-1)).toBe('2026-11-28');
  });

  it.each([
    ['2026-11-25', '23 au 27 novembre 2026'],
    ['2026-12-01', '30 novembre au 4 décembre 2026'],
    ['2026-12-31', '28 décembre 2026 au 1er janvier 2027'],
  ])('%s is said « %s »', (day, words) => {
    expect(sayWeek(day)).toBe(words);
  });
});
