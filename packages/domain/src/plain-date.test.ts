import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween, weekdayOf } from './plain-date.ts';

/** Any day from 1583, years before the epoch and leap ones included. */
const anyDay = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((days) => Temporal.PlainDate.from('1583-01-01').add({ days }));

describe('days as Temporal counts them', () => {
  it('a number of days later, or earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (day, days) => {
        expect(addDays(day.toString(), days)).toBe(day.add({ days }).toString());
      }),
    );
  });

  it('the days from one to another', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const { days } = from.until(to, { largestUnit: 'days' });
        expect(daysBetween(from.toString(), to.toString())).toBe(days);
      }),
    );
  });

  it('the day of the week, the same whatever was asked before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day.toString())).toBe(day.dayOfWeek);
        expect(weekdayOf(day.toString())).toBe(day.dayOfWeek);
      }),
    );
  });

  it('asked for more days than are remembered', () => {
    const first = Temporal.PlainDate.from('1900-03-01');
    let day = first.toString();
    for (let count = 1; count <= 25_000; count += 1) day = addDays(day, 1);
    expect(day).toBe(first.add({ days: 25_000 }).toString());
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', 'hier', ''])('« %s » is no day', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => weekdayOf(text)).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', text)).toThrow(RangeError);
  });
});
