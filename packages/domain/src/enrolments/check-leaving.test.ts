import { describe, expect, it } from '@jest/globals';
import { checkEnrolmentDates, checkReinstatement, checkWithdrawal } from './check-leaving.ts';

const today = '2026-11-23';
const rulesOf = (findings: readonly { readonly rule: string; readonly path: string }[]) =>
  findings.map(({ rule, path }) => [rule, path]);

describe('an enrolment has its own dates (W3, DOMAIN 12)', () => {
  it('ends on the day of its entry at the earliest, or has no end yet', () => {
    const startsOn = '2026-10-05';
    expect(checkEnrolmentDates({ startsOn, endsOn: null })).toEqual([]);
    expect(checkEnrolmentDates({ startsOn, endsOn: startsOn })).toEqual([]);
    expect(rulesOf(checkEnrolmentDates({ startsOn, endsOn: '2026-10-04' }))).toEqual([
      ['enrolment.ends-after-entry', '/endsOn'],
    ]);
  });

  it('is abandoned while active, on the day of its entry at the earliest', () => {
    const startsOn = '2026-10-05';
    expect(checkWithdrawal({ state: 'active', startsOn }, startsOn, today)).toEqual([]);
    expect(rulesOf(checkWithdrawal({ state: 'active', startsOn }, '2026-10-04', today))).toEqual([
      ['enrolment.withdrawn-after-entry', '/on'],
    ]);
    for (const state of ['withdrawn', 'completed'] as const)
      expect(rulesOf(checkWithdrawal({ state, startsOn }, startsOn, today))).toEqual([
        ['enrolment.active', ''],
      ]);
  });

  it('is not abandoned on a day to come: it ends at once', () => {
    const leave = (on: string, startsOn: string) =>
      rulesOf(checkWithdrawal({ state: 'active', startsOn }, on, today));
    expect(leave('2026-11-23', '2026-10-05')).toEqual([]);
    expect(leave('2031-01-01', '2026-10-05')).toEqual([['enrolment.withdrawn-already', '/on']]);
    expect(leave('2027-03-01', '2027-03-01')).toEqual([]);
    expect(leave('2027-03-02', '2027-03-01')).toEqual([['enrolment.withdrawn-already', '/on']]);
  });

  it('only an abandonment is undone', () => {
    expect(checkReinstatement('withdrawn')).toEqual([]);
    for (const state of ['active', 'completed'] as const)
      expect(rulesOf(checkReinstatement(state))).toEqual([['enrolment.withdrawn', '']]);
  });
});
