import { describe, expect, it } from '@jest/globals';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import {
  type CohortRhythm,
  checkCohortYears,
  checkRhythm,
  isCredentialInFullDays,
} from './check-rhythm.ts';

const rhythm: CohortRhythm = {
  startsOn: '2026-10-05',
  endsOn: '2027-09-30',
  weekdays: [1, 2],
  minutesPerDay: 420,
  closedMonths: [7, 8],
  capacity: 12,
  juryOn: null,
  positioningOn: null,
  daysPerWeek: null,
  credentialInFullDays: null,
};
const rulesOf = (change: Partial<CohortRhythm>, framework = cqpAm2022Afbb) =>
  checkRhythm({ ...rhythm, ...change }, framework).map(({ rule, severity, path }) => [
    rule,
    severity,
    path,
  ]);

describe('the rhythm of a cohort (H5, H6; DOMAIN 12)', () => {
  it('afbb’s own, 2 days of 7 h hors juillet et août, raises nothing', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each([
    [{ endsOn: '2026-10-04' }, 'cohort.ends-after-start', '/endsOn'],
    [{ juryOn: '2026-09-01' }, 'cohort.jury-after-start', '/juryOn'],
    [{ weekdays: [] }, 'cohort.has-weekday', '/weekdays'],
    [{ weekdays: [1, 7] }, 'cohort.not-on-sunday', '/weekdays'],
    [{ minutesPerDay: 421 }, 'cohort.day-at-most-7h', '/minutesPerDay'],
    [{ positioningOn: '2027-09-30' }, 'cohort.positioned-before-end', '/positioningOn'],
    [{ daysPerWeek: 3 }, 'cohort.average-rhythm', '/daysPerWeek'],
    [{ daysPerWeek: 0 }, 'cohort.average-rhythm', '/daysPerWeek'],
    [
      { credentialInFullDays: true, minutesPerDay: 210 },
      'cohort.credential-form',
      '/credentialInFullDays',
    ],
    [{ minutesPerDay: 59 }, 'cohort.day-at-most-7h', '/minutesPerDay'],
    [
      { closedMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      'cohort.has-open-month',
      '/closedMonths',
    ],
  ])('refuses %j', (change, rule, path) => {
    expect(rulesOf(change)).toEqual([[rule, 'error', path]]);
  });

  it('warns when its dates and days cannot hold the version’s hours', () => {
    const warned = checkRhythm({ ...rhythm, endsOn: '2026-12-31' }, cqpAm2022Afbb);
    expect(warned.map(({ rule, severity, path }) => [rule, severity, path])).toEqual([
      ['cohort.holds-its-hours', 'warning', '/endsOn'],
    ]);
    expect(warned[0]?.message).toMatch(
      /^Ces dates et ces jours tiennent \d+ h au plus : le référentiel demande 384 h\.$/,
    );
    expect(rulesOf({ endsOn: null })).toEqual([]);
  });

  it('H6: warns beyond the version’s duration, 6 months at Le Mans', () => {
    expect(rulesOf({ endsOn: '2027-04-04' }, cqpAm40913LeMans)).toEqual([]);
    expect(rulesOf({ endsOn: '2027-04-05' }, cqpAm40913LeMans)).toEqual([
      ['cohort.usual-duration', 'warning', '/endsOn'],
    ]);
  });
});

it('AFGSU goes in days of 7 h or in half-days of 3 h 30, as the cohort chose (DOMAIN 12, W84)', () => {
  const isFull = (credentialInFullDays: boolean | null, minutesPerDay = 420) =>
    isCredentialInFullDays({ credentialInFullDays, minutesPerDay });
  expect([isFull(null), isFull(true), isFull(false)]).toEqual([true, true, false]);
  expect([isFull(null, 210), isFull(false, 210)]).toEqual([false, false]);
});

describe('the dates of a cohort are within ten years of today, past or ahead', () => {
  const today = '2026-11-23';
  const refused = (change: Partial<CohortRhythm>, before?: CohortRhythm) =>
    checkCohortYears({ ...rhythm, ...change }, today, before).map(({ rule, path, message }) => {
      expect(rule).toBe('cohort.year-believed');
      return [path, message];
    });

  it('refuses a slip of the year at its field', () => {
    expect(refused({ startsOn: '1926-10-05' })).toEqual([
      ['/startsOn', 'Le 5 octobre 1926, c’est il y a plus de dix ans : vérifiez l’année.'],
    ]);
    expect(refused({ endsOn: '2126-09-30', juryOn: '2126-10-01' })).toEqual([
      ['/endsOn', 'Le 30 septembre 2126, c’est dans plus de dix ans : vérifiez l’année.'],
      ['/juryOn', 'Le 1er octobre 2126, c’est dans plus de dix ans : vérifiez l’année.'],
    ]);
  });

  it('takes the ten years themselves, and what the cohort has already', () => {
    expect(refused({ startsOn: '2016-11-23', endsOn: '2036-11-23' })).toEqual([]);
    const old = { ...rhythm, startsOn: '2010-10-04' };
    expect(refused(old, old)).toEqual([]);
  });
});
