import { addDays } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { app, openPlanOffice, openPlans, readCalendar } from '../support/plan-office.ts';
import { formOf } from '../support/slot-form.ts';

openPlans();

describe('a cohort’s whole year in one click', () => {
  it('is proposed beside the calendar, accepted, and then holds every hour with trainer and room', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Promotion janvier');
    const before = await office.call('GET /plans', {});
    expect(before.body.cohorts[0]).toMatchObject({ slotCount: 0, broken: [] });
    const planId = await office.ask([cohort.id]);
    const plan = await office.finish(planId);
    expect(plan.unplaced).toEqual([]);
    expect(plan).toMatchObject({ state: 'found', isOutdated: false, keptCount: 0 });
    expect(plan.changes.every(({ kind }) => kind === 'added')).toBe(true);
    expect(plan.costs[0]).toMatchObject({ label: 'Heures de formateurs', weight: null });
    expect((await readCalendar(office, cohort.id)).slots).toEqual([]);

    const { body } = await office.accept(planId);
    expect(body).toEqual({ accepted: plan.changes.length, left: 0 });
    const calendar = await readCalendar(office, cohort.id);
    expect(calendar.slots).toHaveLength(plan.changes.length);
    expect(calendar.slots.every(({ trainer, room }) => trainer && room)).toBe(true);
    expect(calendar.plannedHours.filter(({ gapMinutes }) => gapMinutes !== 0)).toEqual([]);
    const after = await office.call('GET /plans', {});
    expect(after.body.cohorts[0]).toMatchObject({ unstaffedCount: 0, missingMinutes: 0 });
    expect((await office.read(planId)).state).toBe('accepted');
  });

  it('is accepted half-day by half-day, and the rest waits', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Par morceaux');
    const planId = await office.ask([cohort.id]);
    const { changes } = await office.finish(planId);
    const [first, second] = changes.map(({ id }) => id);
    const some = await office.accept(planId, [first ?? '', second ?? '']);
    expect(some.body).toEqual({ accepted: 2, left: changes.length - 2 });
    const plan = await office.read(planId);
    expect(plan).toMatchObject({ state: 'found', isOutdated: false, keptCount: 2 });
    expect((await office.accept(planId)).body).toMatchObject({ left: 0 });
    expect((await readCalendar(office, cohort.id)).slots).toHaveLength(changes.length);
  });

  it('a module taught in small groups has a run for each, its learners shared out', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Vingt', { capacity: 20 });
    const planId = await office.ask([cohort.id]);
    await office.finish(planId);
    await office.accept(planId);
    const runs = await app.db.system.moduleRun.findMany({
      where: { cohortId: cohort.id, groupNumber: { not: null } },
    });
    expect(runs.map(({ groupNumber }) => groupNumber).toSorted()).toEqual([1, 2]);
    const { plannedHours, slots } = await readCalendar(office, cohort.id);
    expect(plannedHours.every(({ gapMinutes }) => gapMinutes === 0)).toBe(true);

    const second = slots.find(({ name }) => name.endsWith(', groupe 2'));
    if (!second) throw new Error('the second group has half-days');
    const { revision, moduleRunId } = second;
    const params = { slotId: second.id };
    await office.call('POST /slots/:slotId/removal', { params, body: { revision } });
    const add = (groupNumber: number) =>
      office.call('POST /cohorts/:cohortId/slots', {
        params: { cohortId: cohort.id },
        body: { ...formOf(second), groupNumber },
      });
    expect((await add(3)).problem.errors?.[0]?.pointer).toBe('/groupNumber');
    expect((await add(1)).problem.errors?.[0]?.pointer).toBe('/minutes');
    expect((await add(2)).body).toMatchObject({ moduleRunId, name: second.name });
  });
});

describe('a plan and people who work at the same time', () => {
  it('a change saved while another coordinator accepts: 409, the calendar and the plan both stay', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Bousculée');
    const first = await office.ask([cohort.id]);
    await office.finish(first);
    await office.accept(first);
    const second = await office.ask([cohort.id]);
    await office.finish(second);
    const { slots } = await readCalendar(office, cohort.id);
    const [slot] = slots;
    if (!slot) throw new Error('a calendar has half-days');
    await office.call('PUT /slots/:slotId', {
      params: { slotId: slot.id },
      body: formOf(slot, { roomId: null }),
    });
    const { status, problem } = await office.accept(second);
    // Nothing was left to change but the room that has just been taken off.
    expect(status).toBe(409);
    expect(problem.current).toMatchObject({ id: second, isOutdated: true });
    expect((await office.read(second)).state).toBe('found');
  });

  it('waits: a plan does not date because another cohort had a half-day meanwhile', async () => {
    const office = await openPlanOffice();
    const running = await office.addCohort('En cours');
    const first = await office.ask([running.id]);
    await office.finish(first);
    await office.accept(first);
    const [held] = (await readCalendar(office, running.id)).slots;
    if (!held) throw new Error('a calendar has half-days');
    app.clock.set(`${addDays(held.date, -1)}T09:00:00+01:00`);
    const coming = await office.addCohort('À venir', { startsOn: '2027-09-06' });
    const planId = await office.ask([coming.id]);
    await office.finish(planId);
    app.clock.set(`${addDays(held.date, 9)}T09:00:00+01:00`);
    expect(await office.read(planId)).toMatchObject({ state: 'found', isOutdated: false });
    expect((await office.accept(planId)).body).toMatchObject({ left: 0 });
    app.clock.set('2026-11-23T09:00:00+01:00');
  });

  it('a double click asks for one search; two acceptances save one', async () => {
    const office = await openPlanOffice();
    const cohort = await office.addCohort('Deux clics');
    const [one, two] = await Promise.all([office.ask([cohort.id]), office.ask([cohort.id])]);
    expect(two).toBe(one);
    const plan = await office.finish(one);
    const answers = await Promise.all([office.accept(one), office.accept(one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await readCalendar(office, cohort.id)).slots).toHaveLength(plan.changes.length);
  });

  it('another centre’s plan and cohorts are not found', async () => {
    const office = await openPlanOffice();
    const other = await openPlanOffice();
    const cohort = await office.addCohort('Chez nous');
    const planId = await office.ask([cohort.id]);
    const seen = await other.call('GET /plans/:planId', { params: { planId } });
    expect(seen.status).toBe(404);
    const asked = await other.call('POST /plans', {
      body: { kind: 'year', cohortIds: [cohort.id] },
    });
    expect(asked.problem.errors?.[0]?.pointer).toBe('/cohortIds');
    await office.finish(planId);
  });

  it('is stopped, and says so', async () => {
    const office = await openPlanOffice();
    const cohorts = await Promise.all(
      ['A', 'B', 'C'].map((name) => office.addCohort(`Arrêtée ${name}`)),
    );
    const planId = await office.ask(cohorts.map(({ id }) => id));
    await office.call('POST /plans/:planId/cancellation', { params: { planId } });
    const plan = await office.finish(planId);
    expect(['cancelled', 'found']).toContain(plan.state);
    expect(plan.wasStopped).toBe(true);
  });
});
