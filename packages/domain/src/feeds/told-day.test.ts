import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepToldDay, type ToldDay } from './told-day.ts';

const today = '2026-11-23';
const told: ToldDay = { date: '2027-09-21', sequence: 0, isCancelled: false };

describe('a day keeps its UID: its SEQUENCE goes up with what changes (RFC 5545, 3.8.7.4)', () => {
  it('it is first told with 0, and not at all while there is none', () => {
    expect(keepToldDay(null, '2027-09-21', today)).toEqual(told);
    expect(keepToldDay(null, null, today)).toBeNull();
  });

  it('it moves: one event, elsewhere', () => {
    expect(keepToldDay(told, '2027-09-28', today)).toEqual({
      date: '2027-09-28',
      sequence: 1,
      isCancelled: false,
    });
  });

  it('it is not held any more: cancelled where it stood, once', () => {
    const cancelled = { ...told, sequence: 1, isCancelled: true };
    expect(keepToldDay(told, null, today)).toEqual(cancelled);
    expect(keepToldDay(cancelled, null, today)).toBe(cancelled);
  });

  it('it comes back', () => {
    const cancelled = { ...told, sequence: 1, isCancelled: true };
    expect(keepToldDay(cancelled, told.date, today)).toEqual({ ...told, sequence: 2 });
  });

  it('a day that is past stays as it was told', () => {
    const past = { ...told, date: '2026-11-22' };
    expect(keepToldDay(past, null, today)).toBe(past);
  });

  it('asked again with nothing new, it says the same', () => {
    const day = fc.option(fc.constantFrom('2026-11-02', today, '2027-09-21', '2027-09-28'), {
      nil: null,
    });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), (days) => {
        let last: ToldDay | null = null;
        for (const date of days) {
          const next: ToldDay | null = keepToldDay(last, date, today);
          expect(keepToldDay(next, date, today)).toEqual(next);
          if (last && next && next !== last) expect(next.sequence).toBe(last.sequence + 1);
          last = next;
        }
      }),
    );
  });
});
