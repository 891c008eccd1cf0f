import { describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  correct,
  entryIds,
  entryOf,
  framework,
  hoursOf,
  openAttendance,
  read,
  record,
  rowOf,
  sign,
  signedSheet,
  startCohort,
  trainer,
} from '../support/attendance-sheets.ts';
import { adoptCalendar, createCohort } from '../support/cohort-builder.ts';
import type { Member } from '../support/test-app.ts';

openAttendance();

describe('hours of an enrolment, down to each half-day', () => {
  it('DOMAIN 13: noted is not done until the sheet is signed; a correction on it counts at once', async () => {
    const { abadie, petit, morning } = await startCohort();
    const { body } = await record(morning.id, [rowOf(abadie), rowOf(petit)]);
    app.clock.set('2026-11-23T12:40:00+01:00');
    expect(await hoursOf(abadie)).toMatchObject({
      total: { done: 0, unsigned: 210 },
      attendedMinutes: 0,
      awaitingMinutes: 210,
      recorded: [{ isSigned: false }],
    });
    const { body: signed } = await sign(morning.id, entryIds(body));
    expect((await hoursOf(abadie)).total).toMatchObject({ done: 210, unsigned: 0 });
    await correct(morning.id, {
      ...rowOf(abadie, { lateMinutes: 30, basedOn: entryOf(signed, abadie)?.id }),
      motive: 'retard oublié',
    });
    expect((await hoursOf(abadie)).total).toMatchObject({ done: 180, unsigned: 0 });
  });

  it('a part granted takes the last half-days of the module off the sheet and the hours due', async () => {
    const { abadie, cohort } = await startCohort();
    const { body } = await app.call(
      'GET /cohorts/:cohortId/calendar',
      { params: { cohortId: cohort.id } },
      coordinator,
    );
    const ofModule = body.slots.filter(({ moduleCode }) => moduleCode === 'B1-M1');
    await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId: abadie,
        blockCode: 'B1',
        moduleCode: 'B1-M1',
        state: 'partial',
        requestedMinutes: 21 * 60,
        grantedMinutes: 7 * 60,
      },
    });
    expect((await hoursOf(abadie)).blocks[0]?.modules[0]).toMatchObject({ due: 14 * 60 });
    const isExpected = async (slotId = '') =>
      (await read(slotId, coordinator)).body.rows.some(({ enrolmentId }) => enrolmentId === abadie);
    expect(ofModule).toHaveLength(6);
    expect(await isExpected(ofModule.at(3)?.id)).toBe(true);
    expect(await isExpected(ofModule.at(4)?.id)).toBe(false);
    expect(await isExpected(ofModule.at(5)?.id)).toBe(false);
    app.clock.set('2027-08-01T09:00:00+02:00');
    const { unrecorded } = await hoursOf(abadie);
    const missed = unrecorded.map(({ slotId }) => slotId);
    expect(missed).toContain(ofModule.at(3)?.id);
    expect(missed).not.toContain(ofModule.at(4)?.id);
    app.clock.set('2026-11-23T09:00:00+01:00');
  });

  it('due, done and rate on the half-days that took place', async () => {
    const { abadie, petit } = await signedSheet();
    const hours = await hoursOf(abadie);
    expect(hours).toMatchObject({
      learnerName: 'Abadie Lina',
      total: { due: 384 * 60, done: 200, waived: 0 },
      expectedMinutes: 210,
      attendedMinutes: 200,
      unrecorded: [],
    });
    expect(hours.rate).toBeCloseTo(200 / 210);
    expect(hours.blocks[0]?.modules[0]).toMatchObject({ due: 21 * 60, done: 200 });
    expect(hours.recorded).toMatchObject([{ date: '2026-11-23', lateMinutes: 10, isSigned: true }]);
    expect((await hoursOf(petit)).rate).toBe(0);
  });

  it('8.1 (a): no rate while nothing was expected; a half-day without a note counts as missed', async () => {
    const { abadie, morning } = await startCohort();
    expect(await hoursOf(abadie)).toMatchObject({ rate: null, expectedMinutes: 0 });
    app.clock.set('2026-11-23T13:00:00+01:00');
    expect(await hoursOf(abadie)).toMatchObject({
      rate: 0,
      expectedMinutes: 210,
      unrecorded: [{ slotId: morning.id, minutes: 210 }],
    });
  });

  it('a granted dispensation lightens the hours due at once', async () => {
    const { abadie } = await startCohort();
    await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId: abadie,
        blockCode: 'B1',
        moduleCode: null,
        state: 'granted',
        requestedMinutes: 105 * 60,
        grantedMinutes: 105 * 60,
      },
    });
    app.clock.set('2026-11-23T13:00:00+01:00');
    expect(await hoursOf(abadie)).toMatchObject({
      total: { due: (384 - 105) * 60, waived: 105 * 60 },
      rate: null,
    });
  });

  it('a trainer reads those they teach, no others; another centre nobody', async () => {
    const { abadie } = await startCohort();
    expect((await hoursOf(abadie, trainer)).learnerName).toBe('Abadie Lina');
    const other = await centre.addMember('trainer');
    const stranger = await (await app.addCentre()).addMember('coordinator');
    for (const caller of [other, stranger]) {
      const { status } = await app.call(
        'GET /enrolments/:enrolmentId/hours',
        { params: { enrolmentId: abadie } },
        caller,
      );
      expect(status).toBe(404);
    }
  });
});

describe('the half-days to sign', () => {
  it('a trainer reads their own, the coordination all, each with what to do', async () => {
    const { morning } = await startCohort();
    const other = await centre.addMember('trainer');
    const list = (caller: Member, query: Record<string, unknown> = {}) =>
      app.call('GET /half-days', { query }, caller);
    const own = await list(trainer, { state: 'unsigned' });
    const row = own.body.rows.find(({ slot }) => slot.id === morning.id);
    expect(row).toMatchObject({ state: 'open', expectedCount: 2, recordedCount: 0 });
    expect((await list(other)).body.rows).toEqual([]);
    const all = await list(coordinator, { cohortId: morning.cohort.id });
    expect(all.body.rows.map(({ slot }) => slot.cohort.id)).toContain(morning.cohort.id);
    app.clock.set('2026-11-26T09:00:00+01:00');
    const late = await list(trainer, { cohortId: morning.cohort.id });
    expect(late.body.rows[0]).toMatchObject({
      state: 'late',
      fact: '0 sur 2 notés, il en manque 2. La feuille n’est toujours pas signée.',
    });
  });

  it('every unsigned past sheet is counted, however old, once for the list, the morning and the cohort', async () => {
    const { cohort } = await startCohort();
    const empty = await createCohort(app, centre, coordinator, {
      name: 'Sans apprenant',
      frameworkVersionId: framework,
      startsOn: '2026-11-23',
    });
    await adoptCalendar(app, coordinator, empty.id);
    app.clock.set('2027-03-01T09:00:00+01:00');
    const list = (query: Record<string, unknown>) =>
      app.call('GET /half-days', { query: { cohortId: cohort.id, ...query } }, coordinator);
    const { body } = await list({});
    const past = body.rows.filter(({ slot }) => slot.date < '2027-03-01');
    expect(past[0]?.slot.date).toBe('2026-11-23');
    expect(past.length).toBe(body.unsignedCount);
    const narrow = await list({ from: '2027-02-01', to: '2027-02-28' });
    expect(narrow.body.unsignedCount).toBe(body.unsignedCount);
    expect(narrow.body.rows.every(({ slot }) => slot.date.startsWith('2027-02'))).toBe(true);
    const morning = await app.call('GET /home', {}, coordinator);
    const row = morning.body.late.find(
      ({ kind, action }) => kind === 'attendance' && action?.targetId === cohort.id,
    );
    expect(row?.fact).toBe(`${body.unsignedCount} feuilles d’émargement ne sont pas signées`);
    const unsignedOf = async (cohortId: string) =>
      (await app.call('GET /cohorts/:cohortId', { params: { cohortId } }, coordinator)).body
        .unsignedCount;
    expect(await unsignedOf(cohort.id)).toBe(body.unsignedCount);
    // Nobody is expected there: nothing to sign.
    expect(await unsignedOf(empty.id)).toBe(0);
    expect(
      morning.body.late.some(
        ({ kind, subject }) => kind === 'attendance' && subject === 'Sans apprenant',
      ),
    ).toBe(false);
  });

  it('a stranger’s sheet is a 404', async () => {
    const { morning } = await startCohort();
    const stranger = await (await app.addCentre()).addMember('coordinator');
    expect((await read(morning.id, stranger)).status).toBe(404);
    expect((await record(morning.id, [rowOf(morning.id)], {}, stranger)).status).toBe(404);
    expect((await read('42', coordinator)).status).toBe(404);
  });
});
