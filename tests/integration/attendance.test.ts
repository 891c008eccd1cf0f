import { describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  correct,
  entryIds,
  entryOf,
  openAttendance,
  read,
  record,
  rowOf,
  type Sheet,
  sign,
  signedSheet,
  startCohort,
  trainer,
} from '../support/attendance-sheets.ts';
import { enrolLearner } from '../support/cohort-builder.ts';

openAttendance();

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
    expect(problem.detail).toMatch('se signe par Petit Sophie');
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
