import { afterAll, beforeAll } from '@jest/globals';
import { adoptCalendar, createCohort } from './cohort-builder.ts';
import { addRoom as addRoomOf } from './room-builder.ts';
import { formOf } from './slot-form.ts';
import { type Centre, type Member, startTestApp, type TestApp } from './test-app.ts';

// One centre for each file of tests: the helpers below stand on it.
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
export let afbb: string;
export let leMans: string;

/** Opens a centre with two framework versions before the tests of a file. */
export function openCalendars(): void {
  beforeAll(async () => {
    app = await startTestApp();
    centre = await app.addCentre('Centre');
    coordinator = await centre.addMember('coordinator');
    afbb = (await centre.addFramework('CQP-AM-2022-AFBB')).id;
    leMans = (await centre.addFramework('CQP-AM-40913-LEMANS')).id;
  });
  afterAll(() => app.close());
}

export const as = (caller = coordinator) => app.as(caller);
export const propose = (cohortId: string) =>
  as()('POST /cohorts/:cohortId/calendar-proposal', { params: { cohortId } });
export const adopt = (cohortId: string, fingerprint: string) =>
  as()('POST /cohorts/:cohortId/calendar', { params: { cohortId }, body: { fingerprint } });
export const readCalendar = async (cohortId: string) =>
  (await as()('GET /cohorts/:cohortId/calendar', { params: { cohortId } })).body;

/** A planned cohort; the clock stands on 23 November 2026, so it starts in the future. */
export async function planCohort(name: string, more: Record<string, unknown> = {}) {
  const cohort = await createCohort(app, centre, coordinator, {
    name,
    frameworkVersionId: afbb,
    startsOn: '2027-01-04',
    ...more,
  });
  const { slots } = await adoptCalendar(app, coordinator, cohort.id);
  const [first, second] = slots;
  if (!first || !second) throw new Error('A calendar has half-days');
  return { cohort, slots, first, second };
}
export type Slot = Awaited<ReturnType<typeof planCohort>>['first'];

export const change = (slot: Slot, more: Record<string, unknown> = {}) =>
  as()('PUT /slots/:slotId', { params: { slotId: slot.id }, body: formOf(slot, more) });

export const addRoom = (name: string) => addRoomOf(app, coordinator, name);
