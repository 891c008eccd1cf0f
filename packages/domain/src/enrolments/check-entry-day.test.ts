import { describe, expect, it } from '@jest/globals';
import { checkEntryDay, checkHiredOnEntry, spanCohort } from './check-entry-day.ts';

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

describe('an entry before the hiring is said, and a person decides (DOMAIN 6)', () => {
  const warn = (route: 'continuing_training' | 'jobseeker_poec_pic', ...hired: string[]) =>
    checkHiredOnEntry({ startsOn: '2026-06-01', route }, hired).map(({ severity }) => severity);

  it('when every employer came later', () => {
    expect(warn('continuing_training', '2026-09-01')).toEqual(['warning']);
    expect(warn('continuing_training', '2026-09-01', '2025-01-06')).toEqual([]);
    expect(warn('continuing_training')).toEqual([]);
  });

  it('not of a jobseeker, who is hired afterwards', () => {
    expect(warn('jobseeker_poec_pic', '2026-09-01')).toEqual([]);
  });
});
