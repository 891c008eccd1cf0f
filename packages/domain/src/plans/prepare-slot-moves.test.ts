import { describe, expect, it } from '@jest/globals';
import type { PlannedSlot } from '../planning/slot.ts';
import { type MoveFacts, prepareSlotMoves, trainerWithoutWeek } from './prepare-slot-moves.ts';
import { runIdOf } from './run-id.ts';
import { plan, problem } from './test-plan.ts';

/** What each run teaches; its id is made of it. */
const itemOf = (runId: string) => {
  const run = problem.runs.find(({ id }) => id === runId);
  if (!run) throw new Error(`No run ${runId}`);
  return {
    cohortId: run.cohortId,
    kind: 'training' as const,
    blockCode: 'B1',
    moduleCode: run.subject,
    groupNumber: run.group,
  };
};
const nameRun = (runId: string): string => {
  const item = itemOf(runId);
  return runIdOf(item.cohortId, item, item.groupNumber ?? 1);
};
const slots = plan.map(
  ({ runId, ...slot }, index): PlannedSlot => ({ id: `slot ${index}`, ...slot, ...itemOf(runId) }),
);
const facts: MoveFacts = {
  cohorts: problem.cohorts,
  slots,
  lockedIds: [],
  today: '2026-09-01',
  cohortNames: {},
  learners: [],
  followings: [],
  problem: {
    ...problem,
    runs: problem.runs.map((run) => ({
      ...run,
      id: nameRun(run.id),
      after: run.after.map(nameRun),
    })),
  },
};

function slotAt(all: MoveFacts, index: number): PlannedSlot {
  const slot = all.slots[index];
  if (!slot) throw new Error(`No slot ${index}`);
  return slot;
}

const sayAll = (all: MoveFacts, wanted: PlannedSlot): string[] =>
  prepareSlotMoves(all)
    .check(wanted)
    .map(({ severity, rule }) => `${severity} ${rule}`);

const tell = (all: MoveFacts, index: number, changes: Partial<PlannedSlot>): string[] =>
  sayAll(all, { ...slotAt(all, index), ...changes });

const withTrainer = (id: string, changes: object): MoveFacts => ({
  ...facts,
  problem: {
    ...facts.problem,
    trainers: problem.trainers.map((one) => (one.id === id ? { ...one, ...changes } : one)),
  },
});
const withRooms = (changes: object): MoveFacts => ({
  ...facts,
  problem: { ...facts.problem, rooms: problem.rooms.map((one) => ({ ...one, ...changes })) },
});

describe('a half-day moved by hand over the calendars of a centre', () => {
  it('left where it is has nothing against it', () => {
    expect(slots.flatMap((_slot, index) => tell(facts, index, {}))).toEqual([]);
  });

  it('a free half-day of its cohort is free', () => {
    expect(tell(facts, 6, { date: '2026-10-26' })).toEqual([]);
  });

  it('a closed day of the site and a trainer who is not at work only warn', () => {
    expect(tell(facts, 6, { date: '2026-10-19' })).toEqual(['warning slot.not-on-closure']);
    expect(tell(facts, 6, { trainerId: 'M. Petit' })).toEqual(['warning plan.trainer-absent']);
  });

  it('a trainer who is taken is an error, said before the warnings', () => {
    const taken = tell(facts, 2, { trainerId: 'Dr Blanc' });
    expect(taken[0]).toBe('error slot.trainer-free');
  });

  it('what a person locked is unlocked first; it may be said to be remote', () => {
    const locked = { ...facts, lockedIds: ['slot 6'] };
    expect(tell(locked, 6, { date: '2026-10-26' })).toEqual(['error slot.unlocked']);
    expect(tell(locked, 6, { trainerId: 'Dr Blanc' })).toEqual(['error slot.unlocked']);
    expect(tell(locked, 6, {})).toEqual([]);
  });

  it('what goes to the past must have been held; what is past already is not asked again', () => {
    const late = { ...facts, today: '2026-10-20' };
    expect(tell(late, 6, { date: '2026-10-13' })).toEqual(['warning slot.past-was-held']);
    expect(tell(late, 6, { trainerId: 'Dr Blanc' })).toEqual([]);
  });

  it('a half-day without trainer or room is judged by the rest, and by whom it is given to', () => {
    const bare = {
      ...facts,
      slots: slots.map((slot) => ({ ...slot, trainerId: null, roomId: null })),
    };
    expect(tell(bare, 6, { date: '2026-10-26' })).toEqual([]);
    expect(tell(bare, 6, { trainerId: 'M. Petit' })).toEqual(['warning plan.trainer-absent']);
  });

  it('what is accepted is what the person is told of, not what broke it meanwhile', () => {
    const slot = slots[6];
    if (!slot) throw new Error('A plan has half-days');
    const away = { ...slot, trainerId: 'M. Petit' };
    expect(prepareSlotMoves(facts).rulesAccepted(away, [])).toEqual(['plan.trainer-absent']);
    expect(prepareSlotMoves(facts).rulesAccepted(slot, ['plan.trainer-absent'])).toEqual([]);
    const stood = { ...facts, slots: slots.map((one) => (one === slot ? away : one)) };
    const { rulesAccepted } = prepareSlotMoves(stood);
    expect(rulesAccepted({ ...away, roomId: 'Salle 2' }, [])).toEqual([]);
    expect(rulesAccepted({ ...away, roomId: 'Salle 2' }, ['plan.trainer-absent'])).toEqual([
      'plan.trainer-absent',
    ]);
  });

  it('refuses a half-day that does not stand', () => {
    const [slot] = slots;
    if (!slot) throw new Error('A plan has half-days');
    expect(() => prepareSlotMoves(facts).conflictsOf('gone', slot)).toThrow(RangeError);
  });
});

describe('a half-day typed by hand, changed or added', () => {
  it('warns of a trainer who is not qualified, or no longer on that day (W1)', () => {
    const notQualified = ['warning plan.trainer-qualified'];
    expect(tell(facts, 2, { trainerId: 'M. Petit' })).toEqual(notQualified);
    const ends = withTrainer('Dr Blanc', { accreditationEnds: { AFGSU1: '2026-10-11' } });
    const alone = { ...ends, slots: slots.filter(({ id }) => id !== 'slot 4' && id !== 'slot 5') };
    expect(tell(alone, 2, { trainerId: 'Dr Blanc' })).toEqual([]);
    const later = { trainerId: 'Dr Blanc', date: '2026-10-12', halfDay: 'afternoon' as const };
    expect(tell(alone, 2, { ...later, startsAt: 810 })).toContain('warning plan.trainer-qualified');
  });

  it('warns of a module put before its prerequisite', () => {
    const hygiene = nameRun('Hygiène');
    const afgsu = nameRun('AFGSU 1');
    const runs = facts.problem.runs.map((run) =>
      run.id === afgsu ? { ...run, after: [hygiene] } : run,
    );
    const ordered = { ...facts, problem: { ...facts.problem, runs } };
    expect(tell(ordered, 0, { date: '2026-10-27' })).toContain('warning plan.order');
    expect(tell(facts, 0, { date: '2026-10-27' })).not.toContain('error plan.order');
  });

  it('warns beyond the weekly maximum, half-days of other cohorts included', () => {
    const full = withTrainer('Dr Blanc', { maxMinutesPerWeek: 420 });
    expect(tell(full, 0, { trainerId: 'Dr Blanc' })).toEqual(['warning plan.trainer-week']);
    const other = { ...slotAt(facts, 6), id: 'ailleurs', cohortId: 'novembre' };
    const busy = {
      ...withTrainer('Dr Blanc', { maxMinutesPerWeek: 210 }),
      slots: [...slots, { ...other, date: '2026-10-14', trainerId: 'Dr Blanc' }],
    };
    expect(tell(busy, 6, { trainerId: 'Dr Blanc' })).toEqual(['warning plan.trainer-week']);
  });

  it('warns of a room that is too small or not equipped, of another site, or closed that day', () => {
    expect(tell(facts, 6, { roomId: 'Salle 3' })).toEqual(['warning plan.room-seats']);
    expect(tell(facts, 2, { roomId: 'Salle 1' })).toContain('warning plan.room-equipped');
    expect(tell(withRooms({ siteId: 'rodez' }), 6, { roomId: 'Salle 2' })).toEqual([
      'warning plan.room-on-site',
    ]);
    const closures = [{ from: '2026-10-12', to: '2026-10-12', label: 'Peinture' }];
    expect(tell(withRooms({ closures }), 6, { roomId: 'Salle 2' })).toEqual([
      'warning plan.room-open',
    ]);
  });

  it('says it at the field, in the words of the plan', () => {
    const found = prepareSlotMoves(facts).check({ ...slotAt(facts, 6), trainerId: 'M. Petit' });
    expect(found).toMatchObject([
      { path: '/trainerId', message: expect.stringMatching(/^M. Petit a une absence le lundi 12/) },
    ]);
  });

  it('one more half-day is judged as those that stand', () => {
    const added = { ...slotAt(facts, 6), id: '', date: '2026-10-13' };
    expect(sayAll(facts, added)).toEqual([]);
    expect(sayAll(facts, { ...added, trainerId: 'M. Petit' })).toEqual([
      'warning plan.trainer-absent',
    ]);
    expect(sayAll(facts, { ...added, date: '2026-10-06' })).toContain('error slot.cohort-free');
  });

  it('another module asks for a trainer of that module', () => {
    const afgsu = { moduleCode: 'AFGSU', groupNumber: 1 };
    expect(tell(facts, 0, { ...afgsu, date: '2026-10-26' })).toContain(
      'warning plan.trainer-qualified',
    );
  });

  it('a trainer whose week nobody typed only lacks an accreditation', () => {
    const known = { id: 'Mme Neuve', name: 'Mme Neuve', accreditations: [] };
    const trainer = trainerWithoutWeek(known, facts.problem.runs);
    const joined = {
      ...facts,
      problem: { ...facts.problem, trainers: [...problem.trainers, trainer] },
    };
    expect(tell(joined, 6, { trainerId: 'Mme Neuve' })).toEqual([]);
    expect(tell(joined, 2, { trainerId: 'Mme Neuve' })).toEqual(['warning plan.trainer-qualified']);
  });

  it('dragged or typed, it is the same', () => {
    const { conflictsOf, check } = prepareSlotMoves(facts);
    const slot = slotAt(facts, 6);
    const place = { ...slot, date: '2026-10-19', trainerId: 'M. Petit', roomId: 'Salle 3' };
    expect(conflictsOf(slot.id, place)).toEqual(check(place));
    expect(check(place)).not.toEqual([]);
  });
});
