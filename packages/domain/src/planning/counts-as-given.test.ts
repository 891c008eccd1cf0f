import { describe, expect, it } from '@jest/globals';
import { countsAsGiven } from './counts-as-given.ts';

const today = '2027-01-11';
const facts = { date: today, startsAt: 810, isRecorded: false, closures: [], absences: [] };
const thatDay = [{ from: today, to: today, label: 'Neige, ou grippe' }];
const at = (minute: number, day = today) => ({ day, minute });
const early = at(450);

describe('whether the hours of a half-day count as given (DOMAIN 8.1 and 12)', () => {
  it('from its day on, though nothing is noted so far', () => {
    expect(countsAsGiven(facts, early)).toBe(true);
    expect(countsAsGiven({ ...facts, date: '2027-01-10' }, early)).toBe(true);
    expect(countsAsGiven({ ...facts, date: '2027-01-12' }, early)).toBe(false);
  });

  it('not when the day is lost: the site is closed and nothing is noted, that day or later', () => {
    expect(countsAsGiven({ ...facts, closures: thatDay }, early)).toBe(false);
    expect(countsAsGiven({ ...facts, closures: thatDay }, at(0, '2027-01-20'))).toBe(false);
  });

  it('today, not begun, its trainer away or its room closed: it may still be given to another', () => {
    const missing = { ...facts, absences: thatDay };
    expect(countsAsGiven(missing, at(809))).toBe(false);
    expect(countsAsGiven(missing, at(810))).toBe(true);
    expect(countsAsGiven({ ...missing, startsAt: 540 }, at(600))).toBe(true);
    expect(countsAsGiven(missing, at(0, '2027-01-12'))).toBe(true);
  });

  it('whatever was noted happened', () => {
    const noted = { ...facts, isRecorded: true, closures: thatDay, absences: thatDay };
    expect(countsAsGiven(noted, early)).toBe(true);
    expect(countsAsGiven({ ...noted, date: '2027-01-12' }, early)).toBe(true);
  });
});
