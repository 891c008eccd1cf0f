import { prepareSlotMoves } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { addLearner, employ } from '../support/calendar-feeds.ts';
import {
  addRoom,
  app,
  as,
  centre,
  coordinator,
  openCalendars,
  planCohort,
} from '../support/calendars.ts';
import { formOf } from '../support/slot-form.ts';
import { aWeek, trainerDesk } from '../support/trainer-file.ts';

openCalendars();

const readMoves = async () => (await as()('GET /slot-moves', {})).body;

describe('what a half-day is judged by while it is dragged', () => {
  it('the screen finds what the API finds when it is asked, rule by rule', async () => {
    const { cohort, slots, first } = await planCohort('Déplacée');
    const room = await addRoom('Salle prise');
    const held = slots.find(({ date }) => date !== first.date);
    if (!held) throw new Error('A year has two days');
    const { body: taken } = await as()('PUT /slots/:slotId', {
      params: { slotId: held.id },
      body: formOf(held, { roomId: room }),
    });
    const neighbour = await planCohort('Voisine');
    const guest = await addLearner(cohort.id);
    const followed = neighbour.slots.find(({ date }) => date > held.date);
    if (!followed) throw new Error('A year has three days');
    await app.db.system.pathRun.create({
      data: {
        centreId: centre.id,
        enrolmentId: guest.enrolmentId,
        moduleRunId: followed.moduleRunId,
      },
    });
    await employ(guest, await centre.addMember('tutor'), { endsOn: '2027-01-31' });
    const moves = prepareSlotMoves(await readMoves());
    const seen = new Set<string>();
    const { date, halfDay, startsAt } = followed;
    const places = [
      { date, halfDay, startsAt },
      { date: '2027-02-22' },
      { date: first.date },
      { date: taken.date, halfDay: taken.halfDay, startsAt: taken.startsAt, roomId: room },
      { date: '2027-01-06' },
      { date: '2027-04-05' },
      { date: '2027-01-10' },
    ];
    for (const place of places) {
      const { body: asked } = await as()('POST /cohorts/:cohortId/slot-check', {
        params: { cohortId: cohort.id },
        body: { ...formOf(first, place), slotId: first.id },
      });
      const { trainerId, roomId, ...rest } = formOf(first, place);
      const found = moves.conflictsOf(first.id, { ...rest, trainerId, roomId });
      for (const { rule } of found) seen.add(rule);
      expect(found.map(({ message }) => message).toSorted()).toEqual(
        asked.map(({ message }) => message).toSorted(),
      );
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['slot.learners-free', 'slot.within-contract', 'slot.room-free']),
    );
  });

  it('what trainers earn stays behind', async () => {
    const trainer = await centre.addMember('trainer');
    await trainerDesk(app, coordinator, trainer.personId).saveWeek(aWeek);
    const { problem } = await readMoves();
    expect(problem.trainers.map(({ id, centsPerHour }) => [id, centsPerHour])).toEqual([
      [trainer.personId, 0],
    ]);
  });

  it('only who may change a calendar reads it, and of the own centre only', async () => {
    const trainer = await centre.addMember('trainer');
    expect((await as(trainer)('GET /slot-moves', {})).status).toBe(403);
    const elsewhere = await app.addCentre();
    const other = await elsewhere.addMember('coordinator');
    expect((await as(other)('GET /slot-moves', {})).body.slots).toEqual([]);
    expect((await as(coordinator)('GET /slot-moves', {})).body.slots).not.toEqual([]);
  });
});
