import { describe, expect, it } from '@jest/globals';
import { minutesWaived } from '../dispensations/minutes-waived.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import type { PlannedSlot } from '../planning/slot.ts';
import {
  type FollowingFacts,
  type MoveLearner,
  prepareLearnerChecks,
} from './prepare-learner-checks.ts';

const slot = (id: string, cohortId: string, moduleCode: string, date: string): PlannedSlot => ({
  id,
  cohortId,
  kind: 'training',
  blockCode: 'B2',
  moduleCode,
  date,
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainerId: null,
  roomId: null,
  groupNumber: null,
});
const own = slot('own', 'autumn', 'B2-M1', '2026-11-02');
const other = slot('other', 'spring', 'B2-M2', '2026-11-09');
const lina: MoveLearner = {
  name: 'Abadie Lina',
  startsOn: '2026-10-05',
  endsOn: null,
  waived: null,
  juryOn: null,
  contracts: [{ from: '2026-09-01', to: '2026-12-31' }],
};
const facts: FollowingFacts = {
  slots: [own, other],
  cohortNames: { autumn: 'Automne', spring: 'Printemps' },
  learners: [lina, { ...lina, name: 'Bonnet Maxime', contracts: [] }],
  followings: [
    { runId: 'autumn/B2/B2-M1/1', learners: [0, 1] },
    { runId: 'spring/B2/B2-M2/1', learners: [0] },
  ],
};
const tell = (changes: Partial<PlannedSlot>, learner: Partial<MoveLearner> = {}) =>
  prepareLearnerChecks({
    ...facts,
    learners: facts.learners.map((one, rank) => (rank === 0 ? { ...one, ...learner } : one)),
  })({ ...own, ...changes }, own).map(({ message }) => message);

describe('DOMAIN 12, W3: a half-day at the moment of another cohort’s that its learners follow', () => {
  it('names who follows both, and nobody else', () => {
    expect(tell({ date: '2026-11-09' })).toEqual([
      '1 apprenant (Abadie Lina) suit déjà « Printemps » de 9 h à 12 h 30 ce jour-là.',
    ]);
  });

  it('nothing at another moment of that day', () => {
    expect(tell({ date: '2026-11-09', halfDay: 'afternoon', startsAt: 810 })).toEqual([]);
  });

  it('nothing for who is not expected: not begun, or dispensed from one of the two', () => {
    const waived = minutesWaived(cqpAm2022Afbb, [
      { state: 'granted', blockCode: 'B2', moduleCode: 'B2-M2', grantedMinutes: 14 * 60 },
    ]);
    expect(tell({ date: '2026-11-09' }, { startsOn: '2026-11-10' })).toEqual([]);
    expect(tell({ date: '2026-11-09' }, { waived })).toEqual([]);
  });
});

describe('DOMAIN 12: a half-day inside the contract of who is expected', () => {
  it('after its end: said once the day changes', () => {
    expect(tell({ date: '2027-01-11' })).toEqual([
      'Abadie Lina : le contrat finit le 31 décembre 2026, 1 créneau après.',
    ]);
    expect(tell({}, { contracts: [{ from: '2026-09-01', to: '2026-10-31' }] })).toEqual([]);
  });

  it('nothing for who is not expected that day', () => {
    expect(tell({ date: '2027-01-11' }, { endsOn: '2026-12-31' })).toEqual([]);
  });
});

it('after the jury of who is expected: a warning for them, once the day changes', () => {
  const jury = { juryOn: '2026-11-20' };
  expect(tell({ date: '2026-11-23' }, jury)).toEqual([expect.stringContaining('Abadie Lina')]);
  expect(tell({ date: '2026-11-16' }, jury)).toEqual([]);
});
