import { afterEach, describe, expect, it } from '@jest/globals';
import { enrolLearner } from '../support/cohort-builder.ts';
import { eventually } from '../support/eventually.ts';
import { app, openPlanOffice, openPlans, readCalendar } from '../support/plan-office.ts';
import { connectAsOwner } from '../support/sql-client.ts';

openPlans();

const firstDay = '2026-11-30';
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

/** A half-day that was held although its day is typed as lost: a repair moves it, its trainer notes it. */
async function openLostDay(name: string) {
  const office = await openPlanOffice();
  const cohort = await office.addCohort(name, { startsOn: firstDay });
  const learner = { givenName: 'Awa', birthName: 'Sow' };
  const enrolmentId = await enrolLearner(app, office.centre, cohort.id, learner, firstDay);
  await office.accept((await office.finish(await office.ask([cohort.id]))).id);
  const [slot] = (await readCalendar(office, cohort.id)).slots;
  if (!slot) throw new Error('a calendar has half-days');
  const day = slot.date;
  await app.db.system.siteClosure.create({
    data: {
      centreId: office.centre.id,
      siteId: office.centre.siteId,
      fromOn: new Date(day),
      toOn: new Date(day),
      label: 'Neige',
    },
  });
  app.clock.set(`${day}T18:00:00+01:00`);
  const plan = await office.finish(await office.ask([cohort.id], 'repair'));
  expect(plan.changes.map(({ id }) => id)).toContain(slot.id);
  const trainer = office.trainers.find(({ personId }) => personId === slot.trainer?.id);
  if (!trainer) throw new Error('the half-day has a trainer');
  const params = { slotId: slot.id };
  return {
    day,
    accept: () => office.accept(plan.id),
    readPlan: () => office.read(plan.id),
    record: () => {
      const entry = {
        enrolmentId,
        basedOn: null,
        state: 'present',
        lateMinutes: 0,
        leftEarlyMinutes: 0,
        justification: null,
      };
      const body = { rows: [entry], motive: null };
      return app.call('PUT /slots/:slotId/attendance', { params, body }, trainer);
    },
    sheet: () => app.call('GET /slots/:slotId/attendance', { params }, trainer),
  };
}

/**
 * Two requests at once, in that order: the first is held just before it writes its rows, until the
 * second waits for it.
 */
async function atOnce<A, B>(
  table: 'attendance' | 'slot_change',
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<readonly [A, B]> {
  const owner = await connectAsOwner(app.ownerUrl);
  const waiting = (count: number) =>
    eventually(async () => {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return (rows[0]?.count ?? 0) >= count;
    }, `${count} requests that wait`);
  await owner.query('begin');
  await owner.query(`lock table ${table} in share mode`);
  const one = first();
  await waiting(1);
  const two = second();
  await waiting(2);
  await owner.query('commit');
  await owner.end();
  return Promise.all([one, two]);
}

describe('a plan is accepted while attendance is noted on a half-day that it moves (DOMAIN 8.1)', () => {
  it('noted first: the half-day stays where it was held, and the plan is to be looked at again', async () => {
    const { day, accept, record, sheet, readPlan } = await openLostDay('Notée d’abord');
    const [noted, accepted] = await atOnce('attendance', record, accept);
    expect(noted.status).toBe(200);
    expect(accepted.status).toBe(409);
    expect((await sheet()).body.slot).toMatchObject({ date: day, recordedCount: 1 });
    expect(await readPlan()).toMatchObject({ state: 'found', isOutdated: true });
  });

  it('accepted first: nothing is noted on a half-day that is now to come', async () => {
    const { accept, record, sheet } = await openLostDay('Acceptée d’abord');
    const [accepted, noted] = await atOnce('slot_change', accept, record);
    expect(accepted.status).toBe(200);
    expect(noted.status).toBeGreaterThanOrEqual(400);
    expect(noted.status).toBeLessThan(500);
    const { status, body } = await sheet();
    if (status === 200) expect(body.slot).toMatchObject({ recordedCount: 0 });
  });
});
