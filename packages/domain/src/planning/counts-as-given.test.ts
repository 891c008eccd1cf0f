import { describe, expect, it } from '@jest/globals';
import { countsAsGiven } from './counts-as-given.ts';

const today = '2027-01-11';
const facts = { date: today, isRecorded: false, closures: [] };
const snow = [{ from: today, to: today, label: 'Neige' }];

describe('whether the hours of a half-day count as given (DOMAIN 8.1 and 12)', () => {
  it('from its day on, though nothing is noted so far', () => {
    expect(countsAsGiven(facts, today)).toBe(true);
    expect(countsAsGiven({ ...facts, date: '2027-01-10' }, today)).toBe(true);
    expect(countsAsGiven({ ...facts, date: '2027-01-12' }, today)).toBe(false);
  });

  it('not when the day is lost: the site is closed and nothing is noted, that day or later', () => {
    expect(countsAsGiven({ ...facts, closures: snow }, today)).toBe(false);
    expect(countsAsGiven({ ...facts, closures: snow }, '2027-01-20')).toBe(false);
  });

  it('whatever was noted happened', () => {
    expect(countsAsGiven({ ...facts, isRecorded: true, closures: snow }, today)).toBe(true);
    expect(countsAsGiven({ ...facts, isRecorded: true, date: '2027-01-12' }, today)).toBe(true);
  });
});
