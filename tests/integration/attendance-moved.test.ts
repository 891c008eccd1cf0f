import { describe, expect, it } from '@jest/globals';
import {
  app,
  coordinator,
  entryIds,
  entryOf,
  hoursOf,
  openAttendance,
  read,
  record,
  rowOf,
  type Sheet,
  sign,
  signedSheet,
  startCohort,
} from '../support/attendance-sheets.ts';
import { adoptCalendar } from '../support/cohort-builder.ts';
import { addRoom } from '../support/room-builder.ts';
import { formOf } from '../support/slot-form.ts';

openAttendance();

describe('moving or deleting a half-day never loses what was recorded on it', () => {
  const moveTo = (slot: Sheet['slot'], more: Record<string, unknown>) =>
    app.call(
      'PUT /slots/:slotId',
      {
        params: { slotId: slot.id },
        body: formOf(slot, { acceptedWarnings: ['slot.usual-weekday'], ...more }),
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
    const roomId = await addRoom(app, coordinator, 'Salle 3');
    const { body } = await moveTo(sheet.slot, { roomId });
    expect(body).toMatchObject({ id: morning.id, room: { name: 'Salle 3' }, recordedCount: 2 });
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
