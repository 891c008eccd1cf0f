import { describe, expect, it } from '@jest/globals';
import type { PlannedSlot } from '../planning/slot.ts';
import { judgeAssignment } from './judge-assignment.ts';
import { type MoveFacts, prepareSlotMoves } from './prepare-slot-moves.ts';
import { planCohort, planRoom, planRun, planTrainer } from './test-plan.ts';

const slot = (id: string, date: string, more: Partial<PlannedSlot> = {}): PlannedSlot => ({
  id,
  cohortId: 'c',
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'M1',
  date,
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainerId: null,
  roomId: null,
  groupNumber: null,
  ...more,
});
const afternoon = { halfDay: 'afternoon' as const, startsAt: 810 };
const cohort = planCohort({ id: 'c' });
const facts: MoveFacts = {
  cohorts: [cohort],
  slots: [
    slot('1', '2026-10-05'),
    slot('2', '2026-10-05', afternoon),
    slot('3', '2026-10-06'),
    slot('elsewhere', '2026-10-06', { cohortId: 'other', trainerId: 'petit' }),
  ],
  lockedIds: [],
  today: '2026-10-01',
  cohortNames: {},
  learners: [],
  followings: [],
  problem: {
    cohorts: [cohort],
    runs: [planRun('M1', { id: 'c/B1/M1/1', cohortId: 'c', slotMinutes: [210, 210, 210] })],
    trainers: [
      planTrainer('roy', { subjects: ['M1'], maxMinutesPerWeek: 420 }),
      planTrainer('petit', { subjects: ['M1'] }),
    ],
    rooms: [planRoom('salle 1')],
  },
};
const own = facts.slots.filter(({ cohortId }) => cohortId === 'c');
const give = (trainerId: string, acceptedRules: readonly string[] = []) =>
  judgeAssignment(
    facts,
    own.toReversed().map((one) => ({ wanted: { ...one, trainerId }, accepted: [] })),
    ['trainerId'],
    acceptedRules,
  );
const rulesOf = ({ taken }: ReturnType<typeof give>) =>
  taken.map(({ id, findings }) => [id, ...findings.map(({ rule }) => rule)]);

describe('a trainer given to many half-days is judged as one half-day is (DOMAIN 12)', () => {
  it('each counts for those after it: the third is beyond the trainer’s week', () => {
    const judged = give('roy');
    expect(judged.free.map(({ id }) => id)).toEqual(['1', '2']);
    expect(rulesOf(judged)).toEqual([['3', 'plan.trainer-week']]);
  });

  it('a warning that is accepted lets it pass, and is kept with the half-day', () => {
    const { free, taken } = give('roy', ['plan.trainer-week']);
    expect(taken).toEqual([]);
    expect(free.map(({ accepted }) => accepted)).toEqual([[], [], ['plan.trainer-week']]);
  });

  it('what was accepted of the place stays; of the trainer who goes, nothing does', () => {
    const accepted = ['plan.usual-weekday', 'plan.trainer-absent', 'plan.room-open'];
    const one = own
      .slice(0, 1)
      .map((wanted) => ({ wanted: { ...wanted, trainerId: 'roy' }, accepted }));
    expect(judgeAssignment(facts, one, ['trainerId'], []).free).toEqual([
      { id: '1', accepted: ['plan.usual-weekday', 'plan.room-open'] },
    ]);
  });

  it('nobody is in two places at once, whatever is accepted', () => {
    expect(rulesOf(give('petit', ['slot.trainer-free']))).toEqual([['3', 'slot.trainer-free']]);
  });

  it('in the words of the form', () => {
    const [third] = give('petit').taken;
    const typed = prepareSlotMoves(facts).check({ ...slot('3', '2026-10-06'), trainerId: 'petit' });
    expect(third?.findings).toEqual(typed);
  });

  it('of what is not given, nothing is said', () => {
    const room = own.map((one) => ({ wanted: { ...one, roomId: 'salle 1' }, accepted: [] }));
    expect(judgeAssignment(facts, room, ['roomId'], []).taken).toEqual([]);
  });
});
