import { describe, expect, it } from '@jest/globals';
import { adoptCalendar } from '../support/cohort-builder.ts';
import { app, openPlanOffice, openPlans } from '../support/plan-office.ts';
import { formOf } from '../support/slot-form.ts';

openPlans();

describe('the load of trainers and rooms', () => {
  it('counts the half-days given against what is possible, for the school year under way', async () => {
    const office = await openPlanOffice({ trainers: 1, rooms: 1 });
    const cohort = await office.addCohort('Promotion janvier');
    const { slots } = await adoptCalendar(app, office.coordinator, cohort.id);
    const [slot] = slots;
    const [trainer] = office.trainers;
    const [roomId] = office.rooms;
    if (!slot || !trainer || !roomId) throw new Error('a calendar has half-days');
    const given = await office.call('PUT /slots/:slotId', {
      params: { slotId: slot.id },
      body: formOf(slot, { trainerId: trainer.personId, roomId }),
    });
    expect(given.status).toBe(200);
    const { body } = await office.call('GET /plans/load', {});
    expect(body).toMatchObject({ from: '2026-09-01', to: '2027-08-31' });
    expect(body.trainers).toMatchObject([
      { id: trainer.personId, plannedMinutes: slot.minutes, weeksOver: [] },
    ]);
    expect(body.trainers[0]?.maxMinutes).toBeGreaterThan(40 * 2000);
    expect(body.rooms).toMatchObject([{ id: roomId, usedHalfDays: 1 }]);
    const all = slots.reduce((total, { minutes }) => total + minutes, 0);
    expect(body.totals.unstaffedMinutes).toBe(all - slot.minutes);

    const before = await office.call('GET /plans/load', {
      query: { from: '2025-09-01', to: '2026-08-31' },
    });
    expect(before.body.totals).toMatchObject({ plannedMinutes: 0, cents: 0 });
  });

  it('is refused to trainers, and to a period that ends before it begins', async () => {
    const office = await openPlanOffice({ trainers: 1, rooms: 1 });
    const [trainer] = office.trainers;
    if (!trainer) throw new Error('the office has a trainer');
    expect((await app.as(trainer)('GET /plans/load', {})).status).toBe(403);
    const query = { from: '2026-09-01', to: '2025-09-01' };
    expect((await office.call('GET /plans/load', { query })).status).toBe(400);
  });
});
