import { describe, expect, it } from '@jest/globals';
import { list } from './test-morning.ts';

describe('a positioning that nobody wrote down before the first day (DOMAIN 5.3, Qualiopi 8)', () => {
  const entry = {
    enrolmentId: 'e1',
    name: 'El Amrani Sofia',
    cohortId: 'c1',
    cohortName: 'Hiver 2026',
    startsOn: '2026-12-07',
  };

  it('one learner is named, with the way to write it down', () => {
    expect(list({ entries: [entry] }).atRisk).toMatchObject([
      {
        kind: 'positioning',
        days: 14,
        subject: 'El Amrani Sofia',
        fact: 'positionnement à noter avant le premier jour',
        why: expect.stringContaining('Qualiopi indicateur 8'),
        actions: [{ act: 'position_learner', targetId: 'e1' }, { act: 'read_learner' }],
      },
    ]);
  });

  it('several of one cohort share a row; each cohort has its own', () => {
    const entries = [
      entry,
      { ...entry, enrolmentId: 'e2', name: 'Petit Zoé', startsOn: '2026-11-30' },
      { ...entry, enrolmentId: 'e3', cohortId: 'c2' },
    ];
    expect(list({ entries }).atRisk).toMatchObject([
      { subject: 'Hiver 2026', days: 7, fact: '2 positionnements à noter avant le premier jour' },
      { subject: 'El Amrani Sofia', days: 14 },
    ]);
  });

  it('more than a month ahead, nothing yet', () => {
    expect(list({ entries: [{ ...entry, startsOn: '2026-12-24' }] }).atRisk).toEqual([]);
    expect(list({ entries: [{ ...entry, startsOn: '2026-12-23' }] }).atRisk).toHaveLength(1);
  });
});
