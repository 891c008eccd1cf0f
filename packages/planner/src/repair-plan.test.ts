import { addDays, checkPlan, type PlanningProblem, type PlanSlot } from '@jalon/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { drawAfbbYear } from './instances.ts';
import { planYear } from './plan-year.ts';
import { listMoves, repairPlan } from './repair-plan.ts';

const problem = drawAfbbYear(2);
let slots: readonly PlanSlot[];

beforeAll(async () => {
  ({ slots } = await planYear(problem, { seconds: 60, gap: 0.03 }));
}, 180_000);

const today = '2027-01-11';
/** The problem on 11 January: what is past is locked. */
const onDay = (changes: Partial<PlanningProblem> = {}): PlanningProblem => ({
  ...problem,
  locked: slots.filter(({ date }) => date < today),
  placeFrom: today,
  ...changes,
});
const withAbsence = (trainerId: string, to: string) =>
  problem.trainers.map((one) =>
    one.id === trainerId
      ? { ...one, absences: [...one.absences, { from: today, to, label: 'Arrêt' }] }
      : one,
  );
const during = (to: string) => slots.filter(({ date }) => today <= date && date <= to);

describe('a repair changes the fewest half-days', () => {
  it('changes nothing when nothing is broken', async () => {
    const repair = await repairPlan(onDay(), slots, { seconds: 30 });
    expect(repair.moves).toEqual([]);
    expect(listMoves(slots, repair.slots)).toEqual([]);
  });

  it('a trainer is ill for two weeks: only those half-days move, none into the past', async () => {
    const to = '2027-01-24';
    const [ill] = during(to);
    if (!ill) throw new Error('somebody teaches in January');
    const now = onDay({ trainers: withAbsence(ill.trainerId, to) });
    const repair = await repairPlan(now, slots, { seconds: 60 });
    expect(checkPlan(now, repair.slots)).toEqual([]);
    const broken = during(to).filter(({ trainerId }) => trainerId === ill.trainerId);
    expect(repair.movesBound).toBe(broken.length);
    expect(repair.moves).toHaveLength(broken.length);
    for (const { from, to: after } of repair.moves) {
      expect(broken).toContainEqual(from);
      expect(after.date >= today).toBe(true);
    }
  }, 120_000);

  it('a trainer falls ill this morning: the afternoon goes to another, where it is; the morning is past', async () => {
    const day = slots.filter(({ date, halfDay }) => date >= today && halfDay === 'afternoon')[0]
      ?.date;
    const [morning, afternoon] = slots.filter(({ date }) => date === day);
    if (!day || !morning || !afternoon) throw new Error('a day of January has two half-days');
    const absences = [{ from: day, to: day, label: 'Grippe' }];
    const now = onDay({
      trainers: problem.trainers.map((one) =>
        one.id === afternoon.trainerId ? { ...one, absences: [...one.absences, ...absences] } : one,
      ),
      locked: slots.filter((slot) => slot.date < day || slot === morning),
      placeFrom: addDays(day, 1),
      stillToday: [afternoon],
    });
    const repair = await repairPlan(now, slots, { seconds: 60 });
    const left = checkPlan(now, repair.slots).filter(
      ({ path }) => path !== `/${slots.indexOf(morning)}/trainerId`,
    );
    expect(left).toEqual([]);
    expect(repair.moves).toMatchObject([
      { from: afternoon, to: { date: day, startsAt: afternoon.startsAt, runId: afternoon.runId } },
    ]);
    expect(repair.moves[0]?.to.trainerId).not.toBe(afternoon.trainerId);
  }, 120_000);

  it('a half-day held at a distance gets another trainer, never a room; a whole year keeps it so', async () => {
    const [remote] = during('2027-02-28');
    if (!remote) throw new Error('somebody teaches in January');
    const standing = slots.map((slot) => (slot === remote ? { ...slot, roomId: null } : slot));
    const runs = problem.runs.map((run) =>
      run.id === remote.runId ? { ...run, remoteHalfDays: 1 } : run,
    );
    const sound = onDay({ runs });
    expect((await repairPlan(sound, standing, { seconds: 30 })).moves).toEqual([]);
    const now = onDay({ runs, trainers: withAbsence(remote.trainerId, remote.date) });
    const repair = await repairPlan(now, standing, { seconds: 60 });
    expect(checkPlan(now, repair.slots)).toEqual([]);
    expect(repair.slots.filter(({ roomId }) => roomId === null)).toMatchObject([
      { runId: remote.runId },
    ]);
    const open = [{ ...remote, trainerId: null, roomId: null, isRemote: true }];
    const left = standing.filter(({ roomId }) => roomId !== null);
    const staffed = await repairPlan(sound, left, { seconds: 30 }, open);
    expect(checkPlan(sound, staffed.slots)).toEqual([]);
    const { date, startsAt } = remote;
    expect(staffed.slots).toContainEqual(
      expect.objectContaining({ runId: remote.runId, date, startsAt, roomId: null }),
    );
    const year = await planYear({ ...problem, runs }, { seconds: 60, gap: 0.05 });
    expect(checkPlan({ ...problem, runs }, year.slots)).toEqual([]);
  }, 120_000);

  it('a room closes for a day: its half-days take another room and keep their hour', async () => {
    const [there] = during('2027-02-28');
    if (!there) throw new Error('somebody teaches in January');
    const closures = [{ from: there.date, to: there.date, label: 'Dégât des eaux' }];
    const now = onDay({
      rooms: problem.rooms.map((one) => (one.id === there.roomId ? { ...one, closures } : one)),
    });
    const repair = await repairPlan(now, slots, { seconds: 60 });
    expect(checkPlan(now, repair.slots)).toEqual([]);
    expect(repair.moves.length).toBe(repair.movesBound);
    for (const { from, to } of repair.moves) {
      expect(from.roomId).toBe(there.roomId);
      expect(to.roomId).not.toBe(there.roomId);
    }
  }, 120_000);

  it('a day is lost: what was there moves, and nothing else', async () => {
    const [there] = during('2027-02-28');
    if (!there) throw new Error('somebody teaches in January');
    const closures = [
      ...(problem.cohorts[0]?.closures ?? []),
      { from: there.date, to: there.date, label: 'Neige' },
    ];
    const now = onDay({ cohorts: problem.cohorts.map((one) => ({ ...one, closures })) });
    const repair = await repairPlan(now, slots, { seconds: 60 });
    expect(checkPlan(now, repair.slots)).toEqual([]);
    const lost = slots.filter(({ date }) => date === there.date);
    expect(repair.moves).toHaveLength(lost.length);
    expect(repair.moves.every(({ from }) => from.date === there.date)).toBe(true);
  }, 120_000);

  it('a half-day is cancelled: its hours are placed again and nothing else moves', async () => {
    const [gone] = during('2027-02-28');
    const left = slots.filter((slot) => slot !== gone);
    const repair = await repairPlan(onDay(), left, { seconds: 60 });
    expect(checkPlan(onDay(), repair.slots)).toEqual([]);
    expect(repair.slots).toEqual(expect.arrayContaining([...left]));
    expect(repair).toMatchObject({ moves: [], movesBound: 1 });
  }, 120_000);

  it('a half-day without a trainer or a room keeps its moment and gets what it lacks', async () => {
    const ahead = during('2027-02-28');
    const [bare, roomless] = [ahead[0], ahead.at(-1)];
    if (!bare || !roomless) throw new Error('somebody teaches in January');
    const left = slots.filter((slot) => slot !== bare && slot !== roomless);
    const open = [
      { ...bare, trainerId: null, roomId: null, isRemote: false },
      { ...roomless, roomId: null, isRemote: false },
    ];
    const repair = await repairPlan(onDay(), left, { seconds: 60 }, open);
    expect(checkPlan(onDay(), repair.slots)).toEqual([]);
    const { trainerId: _, roomId: __, ...moment } = bare;
    const { roomId: ___, ...staffed } = roomless;
    expect(repair.slots).toContainEqual(expect.objectContaining(moment));
    expect(repair.slots).toContainEqual(expect.objectContaining(staffed));
    expect(repair.moves).toEqual([]);
  }, 120_000);

  it('a locked half-day of an absent trainer stays; the trainer’s other half-days move', async () => {
    const to = '2027-01-24';
    const [ill] = during(to);
    if (!ill) throw new Error('somebody teaches in January');
    const now = onDay({ trainers: withAbsence(ill.trainerId, to) });
    const locked = [...now.locked, { ...ill }];
    const repair = await repairPlan({ ...now, locked }, slots, { seconds: 60 });
    expect(repair.status).toBe('complete');
    expect(repair.slots).toContainEqual(ill);
    expect(repair.slots).toHaveLength(slots.length);
    const others = during(to).filter((slot) => slot.trainerId === ill.trainerId && slot !== ill);
    expect(repair.moves).toHaveLength(others.length);
    const left = checkPlan({ ...now, locked }, repair.slots);
    expect(left.map(({ rule }) => rule)).toEqual(['plan.trainer-absent']);
  }, 120_000);

  it('says which cohort it cannot repair, and leaves its half-days as they are', async () => {
    const nobody = problem.trainers.map((one) => ({ ...one, works: [] }));
    const repair = await repairPlan(onDay({ trainers: nobody }), slots, { seconds: 30 });
    expect(repair).toMatchObject({ status: 'partial', unplaced: ['afbb'], moves: [] });
  }, 120_000);
});
