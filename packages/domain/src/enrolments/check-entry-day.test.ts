import { describe, expect, it } from '@jest/globals';
import {
  assumeEntryDay,
  checkCohortOpen,
  checkEntryDay,
  checkHeldSinceEntry,
  checkHiredOnEntry,
  keepsEntryDay,
  spanCohort,
} from './check-entry-day.ts';

const days = {
  startsOn: '2026-06-01',
  endsOn: '2027-03-31',
  positioningOn: null,
  juryOn: null,
  firstDay: null,
  lastDay: null,
};
const cohort = spanCohort('Été 2026', days);
const enter = (
  startsOn: string,
  span = cohort,
  route: 'continuing_training' | 'vae' = 'continuing_training',
) => checkEntryDay({ startsOn, route }, span).map(({ rule }) => rule);

describe('a cohort is entered while it runs (W3)', () => {
  it('from its first day to its last, at any time of the year', () => {
    expect(enter('2026-06-01')).toEqual([]);
    expect(enter('2026-11-16')).toEqual([]);
    expect(enter('2027-03-31')).toEqual([]);
  });

  it('not before it starts: the sentence says when', () => {
    expect(enter('2026-05-31')).toEqual(['enrolment.entry-after-cohort-start']);
    expect(checkEntryDay({ startsOn: '2020-06-01', route: 'continuing_training' }, cohort)).toEqual(
      [
        expect.objectContaining({
          severity: 'error',
          path: '/startsOn',
          message:
            '« Été 2026 » commence le 1er juin 2026 : l’entrée en formation ne peut pas la précéder.',
        }),
      ],
    );
  });

  it('not after it has ended, nor years later when no end is known', () => {
    expect(enter('2027-04-01')).toEqual(['enrolment.entry-before-cohort-end']);
    const endless = spanCohort('Été 2026', { ...days, endsOn: null, lastDay: '2026-09-01' });
    expect(enter('2027-04-01', endless)).toEqual([]);
    expect(enter('2031-01-01', endless)).toEqual(['enrolment.entry-before-cohort-end']);
  });

  it('the day of positioning or the first half-day opens it; calendar and jury put its end off', () => {
    const wide = { positioningOn: '2026-05-20', firstDay: '2026-05-27', juryOn: '2027-06-30' };
    expect(spanCohort('Été 2026', { ...days, ...wide })).toEqual({
      name: 'Été 2026',
      startsOn: '2026-05-20',
      endsOn: '2027-06-30',
    });
  });

  it('a VAE goes through no session: only the year is checked (DOMAIN 4.7)', () => {
    expect(enter('2026-01-05', cohort, 'vae')).toEqual([]);
    expect(enter('2020-01-05', cohort, 'vae')).toHaveLength(1);
  });
});

describe('a cohort that has begun (W3, DOMAIN 12)', () => {
  const held = ['2026-06-02', '2026-06-02', '2026-07-01'];
  const warn = (startsOn: string, route: 'continuing_training' | 'vae' = 'continuing_training') =>
    checkHeldSinceEntry({ startsOn, route }, held).map(({ rule, severity, message }) => [
      `${rule} ${severity}`,
      message,
    ]);

  it('is entered on a day that somebody says, its first day being over', () => {
    expect(assumeEntryDay('2026-06-01', '2026-06-01')).toBe('2026-06-01');
    expect(assumeEntryDay('2026-06-01', '2026-06-02')).toBeNull();
  });

  it('an entry that is past says how many half-days were held since', () => {
    expect(warn('2026-06-02')).toEqual([
      [
        'enrolment.held-since-entry warning',
        '3 demi-journées déjà tenues depuis l’entrée du 2 juin 2026 : la présence y sera à renseigner. Vérifiez la date d’entrée.',
      ],
    ]);
    expect(warn('2026-07-02')).toEqual([]);
    expect(warn('2026-06-02', 'vae')).toEqual([]);
  });

  it('takes nobody once it is completed', () => {
    expect(checkCohortOpen({ name: 'Été 2026', state: 'running' })).toEqual([]);
    expect(checkCohortOpen({ name: 'Été 2026', state: 'completed' })).toMatchObject([
      {
        rule: 'enrolment.cohort-open',
        severity: 'error',
        message: expect.stringContaining('« Été 2026 » est terminée'),
      },
    ]);
  });

  it('an entry taken before is kept, unless a VAE becomes a training or a training a VAE', () => {
    const before = { startsOn: '2026-06-01', route: 'vae' } as const;
    expect(keepsEntryDay(before, before)).toBe(true);
    expect(keepsEntryDay(before, { ...before, route: 'continuing_training' })).toBe(false);
    expect(keepsEntryDay(before, { ...before, startsOn: '2026-06-02' })).toBe(false);
  });
});

describe('an entry before the hiring is said, and a person decides (DOMAIN 6)', () => {
  const warn = (route: 'continuing_training' | 'jobseeker_poec_pic', ...hired: string[]) =>
    checkHiredOnEntry({ startsOn: '2026-06-01', route }, hired).map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );

  it('when every employer came later', () => {
    expect(warn('continuing_training', '2026-09-01')).toEqual(['enrolment.hired-on-entry warning']);
    expect(warn('continuing_training', '2026-09-01', '2025-01-06')).toEqual([]);
    expect(warn('continuing_training')).toEqual([]);
  });

  it('not of a jobseeker, who is hired afterwards', () => {
    expect(warn('jobseeker_poec_pic', '2026-09-01')).toEqual([]);
  });
});
