import { addDays, mondayOf } from '@jalon/domain';
import { afterEach, describe, expect, it } from '@jest/globals';
import { enrolLearner } from '../support/cohort-builder.ts';
import {
  app,
  openPlanOffice,
  openPlans,
  type PlanOffice,
  readCalendar,
} from '../support/plan-office.ts';
import { formOf } from '../support/slot-form.ts';
import { trainerDesk } from '../support/trainer-file.ts';

openPlans();

const firstDay = '2026-11-30';
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

/** A cohort whose whole calendar is planned, from Monday 30 November on. */
async function openPlanned(name: string) {
  const office = await openPlanOffice();
  const cohort = await office.addCohort(name, { startsOn: firstDay });
  const planId = await office.ask([cohort.id]);
  await office.finish(planId);
  await office.accept(planId);
  return { office, cohort, slots: (await readCalendar(office, cohort.id)).slots };
}

/** Once a cohort has begun, only those who are enrolled are expected. */
const enrolSomeone = (office: PlanOffice, cohortId: string) =>
  enrolLearner(app, office.centre, cohortId, { givenName: 'Awa', birthName: 'Sow' }, firstDay);

const readCohort = async (office: PlanOffice) => {
  const [cohort] = (await office.call('GET /plans', {})).body.cohorts;
  if (!cohort) throw new Error('a cohort to plan');
  return cohort;
};

const repair = async (office: PlanOffice, cohortId: string) =>
  office.finish(await office.ask([cohortId], 'repair'));

describe('repairing a plan with the fewest changes', () => {
  it('a trainer is away two weeks: only what no longer holds moves, and who is concerned is named', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('À réparer');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const { slots } = await readCalendar(office, cohort.id);
    const victim = slots.find(({ date }) => date >= '2027-02-01')?.trainer?.id ?? '';
    await trainerDesk(app, office.coordinator, victim).beAway('2027-02-01', '2027-02-14');
    const broken = slots.filter(
      ({ date, trainer }) => trainer?.id === victim && date >= '2027-02-01' && date <= '2027-02-14',
    );
    const { body } = await office.call('GET /plans', {});
    expect(body.cohorts[0]?.broken).toHaveLength(broken.length);
    const repair = await office.finish(await office.ask([cohort.id], 'repair'));
    expect(repair.state).toBe('found');
    expect(repair.movesBound).toBe(broken.length);
    expect(repair.changes.length).toBeLessThanOrEqual(Math.ceil(1.2 * broken.length));
    const told = repair.people.find(({ personId }) => personId === victim)?.notice ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((line) => /^(Annulé|Déplacé) : /.test(line))).toBe(true);
    await office.accept(repair.id);
    const healed = await office.call('GET /plans', {});
    expect(healed.body.cohorts[0]?.broken).toEqual([]);
  });
});

describe('what no longer holds', () => {
  it('leaves out who teaches without a file, and says so once; whoever left no longer holds', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Sans fiche');
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const unfiled = await office.centre.addMember('trainer', {
      givenName: 'Ève',
      birthName: 'Sansfiche',
    });
    const { slots } = await readCalendar(office, cohort.id);
    const given = slots.slice(0, 3).map(({ id }) => id);
    await app.db.system.slot.updateMany({
      where: { id: { in: given } },
      data: { trainerId: unfiled.personId },
    });
    const { body } = await office.call('GET /plans', {});
    expect(body.cohorts[0]?.broken).toEqual([]);
    expect(body.unfiledTrainers).toEqual([
      expect.objectContaining({ id: unfiled.personId, slotCount: 3 }),
    ]);
    await app.db.system.membership.updateMany({
      where: { personId: unfiled.personId },
      data: { endedAt: new Date() },
    });
    const after = await office.call('GET /plans', {});
    expect(after.body.unfiledTrainers).toEqual([]);
    expect(after.body.cohorts[0]?.broken.map(({ slotId }) => slotId).toSorted()).toEqual(
      given.toSorted(),
    );
    expect(after.body.cohorts[0]?.broken[0]?.message).toMatch('un formateur sans fiche ou parti');
  });
});

describe('a repair completes what stands, and moves nothing for it', () => {
  it('hours of a half-day taken out are placed again; one without a room gets one where it is', async () => {
    const { office, cohort, slots } = await openPlanned('À compléter');
    const [gone, roomless] = [slots[4], slots[9]];
    if (!gone || !roomless) throw new Error('a calendar has half-days');
    await office.call('POST /slots/:slotId/removal', {
      params: { slotId: gone.id },
      body: { revision: gone.revision },
    });
    await office.call('PUT /slots/:slotId', {
      params: { slotId: roomless.id },
      body: formOf(roomless, { roomId: null }),
    });
    expect(await readCohort(office)).toMatchObject({
      broken: [],
      missingMinutes: gone.minutes,
      unstaffedCount: 1,
    });
    const plan = await repair(office, cohort.id);
    expect(plan).toMatchObject({ state: 'found', unplaced: [], movesBound: 2 });
    expect(plan.changes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'restaffed']);
    const staffed = plan.changes.find(({ id }) => id === roomless.id);
    expect(staffed?.to).toMatchObject({ date: roomless.date, startsAt: roomless.startsAt });
    await office.accept(plan.id);
    expect(await readCohort(office)).toMatchObject({ missingMinutes: 0, unstaffedCount: 0 });
  });

  it('a day lost on the morning itself is not given: its half-days move, and can be accepted', async () => {
    const { office, cohort, slots } = await openPlanned('Neige');
    await enrolSomeone(office, cohort.id);
    const day = slots[0]?.date ?? firstDay;
    const lost = slots.filter(({ date }) => date === day).map(({ id }) => id);
    app.clock.set(`${day}T07:30:00+01:00`);
    expect((await readCohort(office)).broken).toEqual([]);
    await app.db.system.siteClosure.create({
      data: {
        centreId: office.centre.id,
        siteId: office.centre.siteId,
        fromOn: new Date(day),
        toOn: new Date(day),
        label: 'Neige',
      },
    });
    const { broken } = await readCohort(office);
    expect(broken.map(({ slotId }) => slotId).toSorted()).toEqual(lost.toSorted());
    expect(broken[0]?.message).toMatch('Neige');
    app.clock.set(`${day}T18:00:00+01:00`);
    const plan = await repair(office, cohort.id);
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    expect(plan.changes.map(({ id }) => id).toSorted()).toEqual(lost.toSorted());
    expect((await office.accept(plan.id)).body).toEqual({ accepted: lost.length, left: 0 });
    expect(await readCohort(office)).toMatchObject({ broken: [], missingMinutes: 0 });
  });
});

describe('a trainer who falls ill this very day', () => {
  it('what has begun is past; the afternoon is given to another, where it is, while it has not begun', async () => {
    const { office, cohort, slots } = await openPlanned('Malade ce matin');
    await enrolSomeone(office, cohort.id);
    const day = slots[0]?.date ?? firstDay;
    const [morning, afternoon] = slots.filter(({ date }) => date === day);
    if (!morning?.trainer || !afternoon?.trainer) throw new Error('a day has two half-days');
    await app.db.system.slot.updateMany({
      where: { id: { in: [morning.id, afternoon.id] } },
      data: { trainerId: afternoon.trainer.id },
    });
    app.clock.set(`${day}T10:30:00+01:00`);
    expect((await readCohort(office)).broken).toEqual([]);
    await trainerDesk(app, office.coordinator, afternoon.trainer.id).beAway(day, day);
    expect((await readCohort(office)).broken).toMatchObject([
      { slotId: afternoon.id, message: expect.stringMatching('a une absence le') },
    ]);
    const plan = await repair(office, cohort.id);
    expect(plan).toMatchObject({ state: 'found', unplaced: [], movesBound: 1 });
    expect(plan.changes).toMatchObject([
      { id: afternoon.id, kind: 'restaffed', to: { date: day, startsAt: afternoon.startsAt } },
    ]);
    expect(plan.changes[0]?.to?.trainer?.id).not.toBe(afternoon.trainer.id);

    app.clock.set(`${day}T13:30:00+01:00`);
    expect((await office.accept(plan.id)).status).toBe(409);
    app.clock.set(`${day}T13:29:00+01:00`);
    expect((await office.accept(plan.id)).body).toEqual({ accepted: 1, left: 0 });
    const after = (await readCalendar(office, cohort.id)).slots;
    const find = (id: string) => after.find((slot) => slot.id === id);
    expect(find(morning.id)).toMatchObject({ date: day, trainer: { id: afternoon.trainer.id } });
    expect(find(afternoon.id)).toMatchObject({ date: day, startsAt: afternoon.startsAt });
    expect(await readCohort(office)).toMatchObject({ broken: [], missingMinutes: 0 });
  });

  it('with nobody to take it, it is held on another day, none of them past', async () => {
    const { office, cohort, slots } = await openPlanned('Personne d’autre');
    await enrolSomeone(office, cohort.id);
    const day = slots[0]?.date ?? firstDay;
    for (const { personId } of office.trainers)
      await trainerDesk(app, office.coordinator, personId).beAway(day, day);
    app.clock.set(`${day}T07:30:00+01:00`);
    const ofDay = slots.filter(({ date }) => date === day).map(({ id }) => id);
    const plan = await repair(office, cohort.id);
    expect(plan).toMatchObject({ state: 'found', unplaced: [], movesBound: ofDay.length });
    expect(plan.changes.map(({ id }) => id).toSorted()).toEqual(ofDay.toSorted());
    expect(plan.changes.every(({ to }) => to !== null && to.date > day)).toBe(true);
  });
});

describe('locks and repairs', () => {
  it('a locked half-day of an absent trainer stays and is named; the others are repaired', async () => {
    const { office, cohort, slots } = await openPlanned('Verrou et absence');
    const [locked] = slots;
    if (!locked?.trainer) throw new Error('a calendar has half-days');
    const to = '2027-01-15';
    const others = slots.filter(
      ({ id, date, trainer }) =>
        id !== locked.id && trainer?.id === locked.trainer?.id && date <= to,
    );
    await office.call('PUT /slots/:slotId/lock', {
      params: { slotId: locked.id },
      body: { isLocked: true },
    });
    await trainerDesk(app, office.coordinator, locked.trainer.id).beAway(firstDay, to);
    const plan = await repair(office, cohort.id);
    expect(plan).toMatchObject({ state: 'found', unplaced: [], movesBound: others.length });
    expect(plan.changes.map(({ id }) => id)).not.toContain(locked.id);
    expect(plan.notes).toEqual([
      expect.stringMatching(
        /^Un créneau verrouillé ne tient plus\. .*une absence.*Déverrouillez-le/,
      ),
    ]);
    await office.accept(plan.id);
    expect((await readCohort(office)).broken.map(({ slotId }) => slotId)).toEqual([locked.id]);
  });

  it('a second lock that contradicts the first is refused; both set before, the search tells it', async () => {
    const { office, cohort, slots } = await openPlanned('Deux verrous');
    const [one] = slots;
    const two = slots.find(
      ({ id, date, trainer }) =>
        one && id !== one.id && date <= addDays(one.date, 4) && trainer?.id === one.trainer?.id,
    );
    if (!one?.trainer || !two) throw new Error('a trainer has two half-days in a week');
    const personId = one.trainer.id;
    const lock = (slotId: string, isLocked = true) =>
      office.call('PUT /slots/:slotId/lock', { params: { slotId }, body: { isLocked } });
    const limitWeek = (maxMinutesPerWeek: number) =>
      app.db.system.trainerProfile.updateMany({
        where: { personId },
        data: { maxMinutesPerWeek },
      });
    await lock(one.id);
    await limitWeek(210);
    const refused = await lock(two.id);
    expect(refused.problem).toMatchObject({
      code: 'rule_refused',
      detail: expect.stringMatching(/^Ce verrou en contredit un autre\. .* Déverrouillez l’autre/),
    });
    await limitWeek(2100);
    expect((await lock(two.id)).body.isLocked).toBe(true);
    await limitWeek(210);
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan.state).toBe('impossible');
    expect(plan.unplaced[0]?.sentence).toMatch(/^Les créneaux verrouillés se contredisent\. /);
  });
});

describe('what a person knowingly accepted', () => {
  it('holds, may be locked and stops no plan; an absence that comes later breaks it', async () => {
    const { office, cohort, slots } = await openPlanned('Le samedi');
    const slot = slots[3];
    if (!slot?.trainer) throw new Error('a calendar has half-days');
    const saturday = addDays(mondayOf(slot.date), 5);
    const change = (acceptedWarnings: string[]) =>
      office.call('PUT /slots/:slotId', {
        params: { slotId: slot.id },
        body: { ...formOf(slot, { date: saturday }), acceptedWarnings },
      });
    expect((await change([])).problem.detail).toMatch('ne travaille pas d’habitude');
    const saved = await change(['plan.trainer-works', 'slot.usual-weekday']);
    expect(saved.status).toBe(200);
    expect((await readCohort(office)).broken).toEqual([]);
    const locked = await office.call('PUT /slots/:slotId/lock', {
      params: { slotId: slot.id },
      body: { isLocked: true },
    });
    expect(locked.body.isLocked).toBe(true);
    const plan = await office.finish(await office.ask([cohort.id]));
    expect(plan).toMatchObject({ state: 'found', unplaced: [] });
    expect(plan.changes.map(({ id }) => id)).not.toContain(slot.id);

    await trainerDesk(app, office.coordinator, slot.trainer.id).beAway(saturday, saturday);
    const { broken } = await readCohort(office);
    expect(broken).toMatchObject([{ slotId: slot.id }]);
    expect(broken[0]?.message).toMatch('une absence');
  });
});
