import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { adoptCalendar, createCohort, enrolLearner } from '../support/cohort-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let trainer: Member;
let framework: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  framework = (await centre.addFramework('CQP-AM-2022-AFBB')).id;
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T12:00:00+01:00'));

let cohortCount = 0;
/** A cohort that starts on Monday 23 November 2026, with two learners and a trainer of its own. */
async function startCohort() {
  cohortCount += 1;
  trainer = await centre.addMember('trainer', { givenName: 'Sophie', birthName: 'Petit' });
  const cohort = await createCohort(app, centre, coordinator, {
    name: `Cohorte ${cohortCount}`,
    frameworkVersionId: framework,
    startsOn: '2026-11-23',
  });
  await adoptCalendar(app, coordinator, cohort.id);
  const abadie = await enrolLearner(
    app,
    centre,
    cohort.id,
    { givenName: 'Lina', birthName: 'Abadie' },
    '2026-11-23',
  );
  const petit = await enrolLearner(
    app,
    centre,
    cohort.id,
    { givenName: 'Noé', birthName: 'Petit' },
    '2026-11-23',
  );
  await app.db.system.slot.updateMany({
    where: { cohortId: cohort.id },
    data: { trainerId: trainer.personId },
  });
  const { body } = await app.call(
    'GET /cohorts/:cohortId/calendar',
    { params: { cohortId: cohort.id } },
    coordinator,
  );
  const [morning, afternoon] = body.slots;
  if (!morning || !afternoon) throw new Error('A calendar has half-days');
  return { cohort, abadie, petit, morning, afternoon };
}

const rowOf = (enrolmentId: string, more: Record<string, unknown> = {}) => ({
  enrolmentId,
  basedOn: null,
  state: 'present',
  lateMinutes: 0,
  leftEarlyMinutes: 0,
  justification: null,
  ...more,
});
const read = (slotId: string, caller = trainer) =>
  app.call('GET /slots/:slotId/attendance', { params: { slotId } }, caller);
const record = (
  slotId: string,
  rows: readonly unknown[],
  more: Record<string, unknown> = {},
  caller = trainer,
) =>
  app.call(
    'PUT /slots/:slotId/attendance',
    { params: { slotId }, body: { rows, ...more } },
    caller,
  );
const sign = (slotId: string, entryIds: readonly string[], caller = trainer) =>
  app.call(
    'POST /slots/:slotId/attendance/signature',
    { params: { slotId }, body: { entryIds } },
    caller,
  );
const correct = (slotId: string, body: Record<string, unknown>, caller = coordinator) =>
  app.call('POST /slots/:slotId/attendance/corrections', { params: { slotId }, body }, caller);
const hoursOf = async (enrolmentId: string, caller = coordinator) =>
  (await app.call('GET /enrolments/:enrolmentId/hours', { params: { enrolmentId } }, caller)).body;

type Sheet = Awaited<ReturnType<typeof read>>['body'];
const entryIds = (sheet: Sheet): string[] =>
  sheet.rows.flatMap(({ entry }) => (entry ? [entry.id] : []));
const entryOf = (sheet: Sheet, enrolmentId: string) =>
  sheet.rows.find((row) => row.enrolmentId === enrolmentId)?.entry;

async function signedSheet() {
  const made = await startCohort();
  const { body } = await record(made.morning.id, [
    rowOf(made.abadie, { lateMinutes: 10 }),
    rowOf(made.petit, { state: 'absent', justification: 'malade' }),
  ]);
  app.clock.set('2026-11-23T12:35:00+01:00');
  const signed = await sign(made.morning.id, entryIds(body));
  return { ...made, sheet: signed.body };
}

describe('the sheet of a half-day', () => {
  it('lists who is expected and pre-fills nothing', async () => {
    const { morning } = await startCohort();
    const { body } = await read(morning.id);
    expect(body.rows.map(({ learnerName, entry }) => [learnerName, entry])).toEqual([
      ['Abadie Lina', null],
      ['Petit Noé', null],
    ]);
    expect(body).toMatchObject({
      state: 'open',
      fact: '0 sur 2 notés, il en manque 2.',
      canRecord: true,
      canSign: true,
      canCorrect: false,
    });
  });

  it('leaves out who has not started, who has left and who is dispensed of the module', async () => {
    const { morning, abadie, petit, cohort } = await startCohort();
    const name = { givenName: 'Zoé', birthName: 'Tardive' };
    await enrolLearner(app, centre, cohort.id, name, '2026-12-01');
    await app.db.system.enrolment.updateMany({
      where: { id: petit },
      data: { state: 'withdrawn', endsOn: new Date('2026-11-22') },
    });
    expect((await read(morning.id)).body.rows).toHaveLength(1);
    await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId: abadie,
        blockCode: morning.blockCode,
        moduleCode: morning.moduleCode,
        state: 'granted',
        requestedMinutes: 21 * 60,
        grantedMinutes: 21 * 60,
      },
    });
    expect((await read(morning.id)).body).toMatchObject({
      rows: [],
      fact: 'Personne n’est attendu.',
    });
  });

  it('notes presence, lateness and absence; the minutes done follow', async () => {
    const { morning, abadie, petit } = await startCohort();
    const { body } = await record(morning.id, [
      rowOf(abadie, { lateMinutes: 20, leftEarlyMinutes: 10 }),
      rowOf(petit, { state: 'absent', justification: 'convocation' }),
    ]);
    expect(entryOf(body, abadie)).toMatchObject({ minutesDone: 180, recordedBy: 'Petit Sophie' });
    expect(entryOf(body, petit)).toMatchObject({ minutesDone: 0, justification: 'convocation' });
    expect(body.fact).toMatch('2 sur 2 notés');
  });

  it.each([
    [{ lateMinutes: 150, leftEarlyMinutes: 60 }, '/rows/0/lateMinutes'],
    [{ lateMinutes: -5 }, '/rows/0/lateMinutes'],
    [{ state: 'absent', lateMinutes: 5 }, '/rows/0/lateMinutes'],
    [{ state: 'peut-être' }, '/rows/0/state'],
  ])('refuses %j at its field', async (more, pointer) => {
    const { morning, abadie } = await startCohort();
    const { status, problem } = await record(morning.id, [rowOf(abadie, more)]);
    expect(status).toBe(422);
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  });

  it('refuses someone who is not expected', async () => {
    const other = await startCohort();
    const one = await startCohort();
    const { problem } = await record(one.morning.id, [rowOf(other.abadie)]);
    expect(problem.errors?.[0]).toMatchObject({ pointer: '/rows/0/enrolmentId' });
  });
});

describe('8.1: the window, − 15 min to + 48 h', () => {
  it('nothing is written before it opens, not even by the office', async () => {
    const { morning, abadie } = await startCohort();
    app.clock.set('2026-11-23T08:44:00+01:00');
    for (const caller of [trainer, coordinator]) {
      const { status, problem } = await record(
        morning.id,
        [rowOf(abadie)],
        { motive: 'x' },
        caller,
      );
      expect(status).toBe(422);
      expect(problem.detail).toMatch('La feuille s’ouvre le lundi 23 novembre 2026 à 8 h 45');
    }
    app.clock.set('2026-11-23T08:45:00+01:00');
    expect((await record(morning.id, [rowOf(abadie)])).status).toBe(200);
  });

  it('past it the office writes with a motive, the trainer no more but still signs', async () => {
    const { morning, abadie, petit } = await startCohort();
    app.clock.set('2026-11-26T09:00:00+01:00');
    const rows = [rowOf(abadie), rowOf(petit)];
    expect((await record(morning.id, rows)).status).toBe(422);
    const bare = await record(morning.id, rows, {}, coordinator);
    expect(bare.problem.errors?.[0]?.pointer).toBe('/motive');
    const late = await record(morning.id, rows, { motive: 'feuille papier' }, coordinator);
    expect(entryOf(late.body, abadie)).toMatchObject({
      motive: 'feuille papier',
      recordedBy: 'Morvan Claire',
    });
    const signed = await sign(morning.id, entryIds(late.body));
    expect(signed.body.state).toBe('signed');
  });
});

describe('two people on one sheet', () => {
  it('the second save is refused with what the first one wrote', async () => {
    const { morning, abadie } = await startCohort();
    const answers = await Promise.all([
      record(morning.id, [rowOf(abadie)]),
      record(morning.id, [rowOf(abadie, { state: 'absent' })], {}, coordinator),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    const current = refused?.problem.current as Sheet;
    expect(entryOf(current, abadie)).toMatchObject({ state: expect.any(String) });
    const rows = await app.db.system.attendance.findMany({ where: { enrolmentId: abadie } });
    expect(rows).toHaveLength(1);
  });

  it('saving the same thing twice writes once', async () => {
    const { morning, abadie } = await startCohort();
    const { body } = await record(morning.id, [rowOf(abadie)]);
    const basedOn = entryOf(body, abadie)?.id;
    await record(morning.id, [rowOf(abadie, { basedOn })]);
    expect(await app.db.system.attendance.count({ where: { enrolmentId: abadie } })).toBe(1);
  });

  it('a change before signing supersedes, and the first entry stays to be read', async () => {
    const { morning, abadie } = await startCohort();
    const { body } = await record(morning.id, [rowOf(abadie, { state: 'absent' })]);
    const basedOn = entryOf(body, abadie)?.id;
    const changed = await record(morning.id, [rowOf(abadie, { basedOn, lateMinutes: 15 })]);
    const row = changed.body.rows.find(({ enrolmentId }) => enrolmentId === abadie);
    expect(row).toMatchObject({
      entry: { state: 'present', lateMinutes: 15 },
      replaced: [{ id: basedOn, state: 'absent' }],
    });
  });
});

describe('closing and signing', () => {
  it('is by the trainer of the half-day, with name and time, and keeps place and device', async () => {
    const { sheet } = await signedSheet();
    const where = { signerName: 'Petit Sophie' };
    expect(await app.db.system.attendanceSheet.findFirst({ where })).toMatchObject({
      ipAddress: '127.0.0.1',
      userAgent: 'node',
    });
    expect(sheet).toMatchObject({
      state: 'signed',
      signature: { signerName: 'Petit Sophie', signedAt: '2026-11-23T11:35:00.000Z' },
      fact: 'Signée par Petit Sophie le lundi 23 novembre 2026 à 12 h 35.',
      canRecord: false,
      canSign: false,
    });
  });

  it('nobody signs for another: not the coordination', async () => {
    const { morning, abadie, petit } = await startCohort();
    const { body } = await record(morning.id, [rowOf(abadie), rowOf(petit)]);
    app.clock.set('2026-11-23T12:35:00+01:00');
    const { status, problem } = await sign(morning.id, entryIds(body), coordinator);
    expect(status).toBe(403);
    expect(problem.detail).toMatch('Seul Petit Sophie peut signer');
  });

  it('another trainer does not even see the sheet', async () => {
    const { morning } = await startCohort();
    const other = await centre.addMember('trainer');
    expect((await read(morning.id, other)).status).toBe(404);
    expect((await sign(morning.id, [], other)).status).toBe(404);
  });

  it('waits for the end and for everybody to be noted', async () => {
    const { morning, abadie } = await startCohort();
    const { body } = await record(morning.id, [rowOf(abadie)]);
    const early = await sign(morning.id, entryIds(body));
    expect(early.status).toBe(422);
    expect(early.problem.detail).toMatch('à partir de 12 h 15');
    app.clock.set('2026-11-23T12:35:00+01:00');
    const missing = await sign(morning.id, entryIds(body));
    expect(missing.problem.detail).toMatch('1 apprenant à noter avant de signer : Petit Noé');
  });

  it('closing twice (double click) signs once', async () => {
    const { morning, abadie, petit } = await startCohort();
    const { body } = await record(morning.id, [rowOf(abadie), rowOf(petit)]);
    app.clock.set('2026-11-23T12:35:00+01:00');
    const answers = await Promise.all([
      sign(morning.id, entryIds(body)),
      sign(morning.id, entryIds(body)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await app.db.system.attendanceSheet.count({ where: { slotId: morning.id } })).toBe(1);
    const events = await app.db.system.auditEvent.count({
      where: { subjectId: morning.id, action: 'attendance.signed' },
    });
    expect(events).toBe(1);
  });

  it('signs what was seen: a change meanwhile comes back first', async () => {
    const { morning, abadie, petit } = await startCohort();
    const seen = await record(morning.id, [rowOf(abadie), rowOf(petit)]);
    const basedOn = entryOf(seen.body, petit)?.id;
    await record(morning.id, [rowOf(petit, { basedOn, state: 'absent' })], {}, coordinator);
    app.clock.set('2026-11-23T12:35:00+01:00');
    const { status, problem } = await sign(morning.id, entryIds(seen.body));
    expect(status).toBe(409);
    expect(entryOf(problem.current as Sheet, petit)?.state).toBe('absent');
  });
});

describe('a signed sheet', () => {
  it('is no longer filled', async () => {
    const { morning, abadie, sheet } = await signedSheet();
    const basedOn = entryOf(sheet, abadie)?.id;
    const { status, problem } = await record(morning.id, [rowOf(abadie, { basedOn })]);
    expect(status).toBe(409);
    expect(problem.code).toBe('already_signed');
  });

  it('is corrected by the office with a motive, and the first entry stays', async () => {
    const { morning, petit, sheet } = await signedSheet();
    const basedOn = entryOf(sheet, petit)?.id;
    const bare = await correct(morning.id, rowOf(petit, { basedOn, motive: ' ' }));
    expect(bare.problem.errors?.[0]?.pointer).toBe('/motive');
    const { body } = await correct(
      morning.id,
      rowOf(petit, { basedOn, motive: 'était en salle 2' }),
    );
    const row = body.rows.find(({ enrolmentId }) => enrolmentId === petit);
    expect(row).toMatchObject({
      entry: { state: 'present', motive: 'était en salle 2' },
      replaced: [{ state: 'absent' }],
    });
    expect(body.signature?.signerName).toBe('Petit Sophie');
    expect((await correct(morning.id, rowOf(petit, { basedOn, motive: 'encore' }))).status).toBe(
      409,
    );
  });

  it('is not corrected by a trainer', async () => {
    const { morning, petit, sheet } = await signedSheet();
    const basedOn = entryOf(sheet, petit)?.id;
    const body = rowOf(petit, { basedOn, motive: 'oubli' });
    expect((await correct(morning.id, body, trainer)).status).toBe(403);
  });

  it('cannot be changed in the database either', async () => {
    const { morning } = await signedSheet();
    const update = app.db.system.attendance.updateMany({
      where: { slotId: morning.id },
      data: { lateMinutes: 0 },
    });
    await expect(update).rejects.toThrow(/superseded, never changed/);
    const removal = app.db.system.attendanceSheet.deleteMany({ where: { slotId: morning.id } });
    await expect(removal).rejects.toThrow(/append-only/);
  });
});

describe('moving or deleting a half-day never loses what was recorded on it', () => {
  const moveTo = (slot: Sheet['slot'], more: Record<string, unknown>) =>
    app.call(
      'PUT /slots/:slotId',
      {
        params: { slotId: slot.id },
        body: {
          kind: slot.kind,
          blockCode: slot.blockCode,
          moduleCode: slot.moduleCode,
          date: slot.date,
          halfDay: slot.halfDay,
          startsAt: slot.startsAt,
          minutes: slot.minutes,
          trainerId: slot.trainer?.id ?? null,
          room: slot.room,
          mode: slot.mode,
          revision: slot.revision,
          acceptedWarnings: ['slot.usual-weekday'],
          ...more,
        },
      },
      coordinator,
    );

  it('a moved half-day stays, cancelled, with its signature; the new one is blank', async () => {
    const { morning, abadie, cohort, sheet } = await signedSheet();
    const before = await hoursOf(abadie);
    expect(before.total.done).toBe(200);
    const bare = await moveTo(sheet.slot, { date: '2026-11-25' });
    expect(bare.problem.errors?.[0]?.pointer).toBe('/reason');
    const moved = await moveTo(sheet.slot, { date: '2026-11-25', reason: 'formatrice malade' });
    expect(moved.body).toMatchObject({ date: '2026-11-25', recordedCount: 0 });
    expect(moved.body.id).not.toBe(morning.id);
    expect((await hoursOf(abadie)).total.done).toBe(200);
    const { body: old } = await read(morning.id);
    expect(old).toMatchObject({
      signature: { signerName: 'Petit Sophie' },
      slot: { cancelReason: 'déplacé au 25 novembre 2026, formatrice malade', date: '2026-11-23' },
    });
    expect(entryOf(old, abadie)).toMatchObject({ minutesDone: 200 });
    const calendar = await app.call(
      'GET /cohorts/:cohortId/calendar',
      { params: { cohortId: cohort.id } },
      coordinator,
    );
    expect(calendar.body.plannedHours.every(({ gapMinutes }) => gapMinutes === 0)).toBe(true);
  });

  it('a new room changes nothing of what was recorded', async () => {
    const { morning, sheet } = await signedSheet();
    const { body } = await moveTo(sheet.slot, { room: 'Salle 3' });
    expect(body).toMatchObject({ id: morning.id, room: 'Salle 3', recordedCount: 2 });
  });

  it('a deleted half-day is cancelled with a reason, its hours stay', async () => {
    const { morning, abadie, sheet } = await signedSheet();
    const remove = (body: Record<string, unknown>) =>
      app.call(
        'POST /slots/:slotId/removal',
        { params: { slotId: morning.id }, body },
        coordinator,
      );
    const { revision } = sheet.slot;
    expect((await remove({ revision })).problem.errors?.[0]?.pointer).toBe('/reason');
    const { body } = await remove({ revision, reason: 'saisi par erreur' });
    expect(body.outcome).toBe('cancelled');
    const hours = await hoursOf(abadie);
    expect(hours.total.done).toBe(200);
    expect(hours.recorded).toMatchObject([{ slotId: morning.id, minutesDone: 200 }]);
  });

  it('what was noted before a half-day was cancelled is still signed by its trainer', async () => {
    const { morning, abadie, petit } = await startCohort();
    app.clock.set('2026-11-23T12:40:00+01:00');
    const { body: sheet } = await record(morning.id, [rowOf(abadie), rowOf(petit)]);
    await moveTo(sheet.slot, { date: '2026-11-25', reason: 'salle fermée' });
    expect((await hoursOf(abadie)).total).toMatchObject({ done: 0, unsigned: 210 });
    const { body: cancelled } = await read(morning.id);
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      canRecord: false,
      canSign: true,
      fact: 'Annulé : déplacé au 25 novembre 2026, salle fermée. Ce qui y est noté reste à signer.',
    });
    expect((await sign(morning.id, entryIds(cancelled))).body.state).toBe('signed');
    expect((await hoursOf(abadie)).total).toMatchObject({ done: 210, unsigned: 0 });
  });

  it('a new plan leaves it where it is', async () => {
    const { morning, cohort } = await signedSheet();
    await app.db.system.cohort.updateMany({
      where: { id: cohort.id },
      data: { weekdays: [4, 5], startsOn: new Date('2026-12-01') },
    });
    await adoptCalendar(app, coordinator, cohort.id);
    expect((await read(morning.id)).body).toMatchObject({
      state: 'signed',
      slot: { date: '2026-11-23', cancelReason: null },
    });
  });
});

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
      ({ kind, action }) => kind === 'attendance' && action.targetId === cohort.id,
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
