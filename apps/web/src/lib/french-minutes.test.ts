import { formatMinutes } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMinutes, parseTime } from './french-minutes.ts';

describe('a length of time as people type it', () => {
  it.each([
    ['3 h 30', 210],
    ['3h30', 210],
    ['3:30', 210],
    ['3,5', 210],
    ['3.5', 210],
    ['14', 840],
    ['14 h', 840],
    ['45 min', 45],
    ['1 h 05 min', 65],
    ['0', 0],
  ])('reads « %s »', (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes);
  });

  it.each(['3 h 75', 'trois', '-2', '1,333', ''])('refuses « %s »', (typed) => {
    expect(parseMinutes(typed)).toBeNull();
  });

  it('reads back every length that the screens show', () => {
    const lengths = fc.integer({ min: 0, max: 59_999 });
    fc.assert(fc.property(lengths, (minutes) => parseMinutes(formatMinutes(minutes)) === minutes));
  });
});

describe('an hour of the day as people type it', () => {
  it.each([
    ['9 h', 540],
    ['13h30', 810],
    ['0 h 15', 15],
    ['23:59', 1439],
  ])('reads « %s »', (typed, minutes) => {
    expect(parseTime(typed)).toBe(minutes);
  });

  it.each(['24 h', '45 min', 'midi'])('refuses « %s »', (typed) => {
    expect(parseTime(typed)).toBeNull();
  });
});
