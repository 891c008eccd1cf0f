import { describe, expect, it } from '@jest/globals';
import { app, openPlanOffice, openPlans, readCalendar } from '../support/plan-office.ts';
import { formOf } from '../support/slot-form.ts';
import { trainerDesk } from '../support/trainer-file.ts';

openPlans();

describe('a half-day that somebody locked', () => {
  it('stays where it is with its trainer and its room, whatever the plan', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Verrou');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const [slot] = (await readCalendar(office, cohort.id)).slots;
    if (!slot) throw new Error('a calendar has half-days');
    const lock = (isLocked: boolean) =>
      office.call('PUT /slots/:slotId/lock', { params: { slotId: slot.id }, body: { isLocked } });
    expect((await lock(true)).body).toMatchObject({ isLocked: true, revision: slot.revision });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.state).toBe('found');
    expect(plan.changes.map(({ id }) => id)).not.toContain(slot.id);

    await trainerDesk(app, office.coordinator, slot.trainer?.id ?? '').beAway(slot.date, slot.date);
    const refused = await office.finish(await office.ask([cohort.id]));
    expect(refused.state).toBe('impossible');
    expect(refused.unplaced[0]?.sentence).toMatch(
      /^Un créneau verrouillé ne tient plus\. .*Déverrouillez-le/,
    );
    expect((await lock(false)).body.isLocked).toBe(false);
  });

  it('is not removed either before it is unlocked', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Verrou gardé');
    const planId = await office.ask([cohort.id]);
    const { changes } = await office.finish(planId);
    await office.accept(planId, [changes[0]?.id ?? '']);
    const [slot] = (await readCalendar(office, cohort.id)).slots;
    if (!slot) throw new Error('a calendar has half-days');
    const params = { slotId: slot.id };
    const lock = (isLocked: boolean) =>
      office.call('PUT /slots/:slotId/lock', { params, body: { isLocked } });
    const remove = () =>
      office.call('POST /slots/:slotId/removal', {
        params,
        body: { revision: slot.revision, reason: null },
      });
    await lock(true);
    expect((await remove()).problem.detail).toBe(
      'Ce créneau est verrouillé : déverrouillez-le avant de le supprimer.',
    );
    expect((await readCalendar(office, cohort.id)).slots).toHaveLength(1);
    await lock(false);
    expect((await remove()).body).toEqual({ outcome: 'deleted' });
  });

  it('held at a distance, it needs a trainer and no room: it is complete, may be locked and stays so', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('À distance');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const [slot, other] = (await readCalendar(office, cohort.id)).slots;
    if (!slot || !other) throw new Error('a calendar has half-days');
    const goRemote = (one: typeof slot) =>
      office.call('PUT /slots/:slotId', {
        params: { slotId: one.id },
        body: formOf(one, { mode: 'remote' }),
      });
    expect((await goRemote(slot)).body).toMatchObject({ mode: 'remote', room: null });
    expect((await office.call('GET /plans', {})).body.cohorts[0]).toMatchObject({
      unstaffedCount: 0,
      broken: [],
    });
    const locked = await office.call('PUT /slots/:slotId/lock', {
      params: { slotId: slot.id },
      body: { isLocked: true },
    });
    expect(locked.body).toMatchObject({ isLocked: true, room: null });
    await goRemote(other);
    await app.db.system.room.updateMany({
      where: { centreId: office.centre.id },
      data: { seats: 12 },
    });
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    await office.accept(plan.id);
    const { slots } = await readCalendar(office, cohort.id);
    const remote = slots.filter(({ mode }) => mode === 'remote');
    expect(remote.map(({ id }) => id)).toContain(slot.id);
    expect(remote.map(({ id }) => id)).toContain(other.id);
    expect(remote).toHaveLength(2);
    expect(slots.every(({ mode, room }) => (mode === 'remote') === (room === null))).toBe(true);
  });

  it('needs a trainer and a room, and is unlocked before it loses one', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Verrou incomplet');
    const planId = await office.ask([cohort.id]);
    const { changes } = await office.finish(planId);
    await office.accept(planId, [changes[0]?.id ?? '']);
    const [slot] = (await readCalendar(office, cohort.id)).slots;
    if (!slot) throw new Error('a calendar has half-days');
    const params = { slotId: slot.id };
    const lock = (isLocked: boolean) =>
      office.call('PUT /slots/:slotId/lock', { params, body: { isLocked } });
    const takeRoomOff = () =>
      office.call('PUT /slots/:slotId', { params, body: formOf(slot, { roomId: null }) });
    await lock(true);
    expect((await takeRoomOff()).problem.errors).toEqual([
      { pointer: '/roomId', message: expect.stringMatching('déverrouillez-le') },
    ]);
    await lock(false);
    expect((await takeRoomOff()).body).toMatchObject({ room: null, isLocked: false });
    expect((await lock(true)).problem.detail).toBe(
      'Donnez à ce créneau une salle avant de le verrouiller.',
    );
  });
});
