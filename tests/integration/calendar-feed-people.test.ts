import { describe, expect, it } from '@jest/globals';
import {
  addLearner,
  employ,
  eventOf,
  openFeed,
  readFeed,
  removeSlot,
  uidOf,
} from '../support/calendar-feeds.ts';
import { addRoom, app, centre, change, openCalendars, planCohort } from '../support/calendars.ts';

openCalendars();

describe('whose half-days', () => {
  it('a learner: those of their own path, within their own dates, and the jury’s day', async () => {
    const { cohort, slots } = await planCohort('Apprenante', { juryOn: '2027-09-21' });
    await planCohort('Une autre cohorte');
    const learner = await addLearner(cohort.id, { startsOn: '2027-02-01' });
    const { address } = await openFeed({ kind: 'learner' }, learner);
    const { events } = await readFeed(address);
    const own = slots.filter(({ date }) => date >= '2027-02-01');
    expect(
      events
        .filter(({ isAllDay }) => !isAllDay)
        .map(({ uid }) => uid)
        .sort(),
    ).toEqual(own.map(uidOf).sort());
    expect(events.filter(({ isAllDay }) => isAllDay)).toEqual([
      expect.objectContaining({ summary: 'Jury de certification', day: '2027-09-21' }),
    ]);
  });

  it('a learner who has withdrawn: none', async () => {
    const { cohort } = await planCohort('Abandon');
    const learner = await addLearner(cohort.id);
    const { address } = await openFeed({ kind: 'learner' }, learner);
    await app.db.system.enrolment.updateMany({
      where: { id: learner.enrolmentId },
      data: { state: 'withdrawn' },
    });
    expect((await readFeed(address)).events).toEqual([]);
  });

  it('a removed half-day leaves the learner’s calendar cancelled', async () => {
    const { cohort, first } = await planCohort('Apprenant, supprimé');
    const learner = await addLearner(cohort.id);
    const { address } = await openFeed({ kind: 'learner' }, learner);
    await removeSlot(first);
    expect(eventOf((await readFeed(address)).events, first)?.status).toBe('CANCELLED');
  });

  it('a module that a learner is dispensed from: neither held, nor cancelled, nor in their tutor’s', async () => {
    const { cohort, slots, first } = await planCohort('Dispensée');
    const learner = await addLearner(cohort.id);
    const tutor = await centre.addMember('tutor');
    await employ(learner, tutor);
    const own = await openFeed({ kind: 'learner' }, learner);
    const theirs = await openFeed({ kind: 'tutor' }, tutor);
    await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        blockCode: first.blockCode,
        moduleCode: first.moduleCode,
        state: 'granted',
        requestedMinutes: 6000,
        grantedMinutes: 6000,
      },
    });
    await removeSlot(first);
    const due = slots.filter(({ moduleCode }) => moduleCode !== first.moduleCode);
    for (const { address } of [own, theirs])
      expect((await readFeed(address)).events.map(({ uid }) => uid).sort()).toEqual(
        due.map(uidOf).sort(),
      );
  });

  it('a dispensation granted by mistake and rectified: the half-day is back', async () => {
    const { cohort, first } = await planCohort('Dispense rectifiée');
    const learner = await addLearner(cohort.id);
    const { address } = await openFeed({ kind: 'learner' }, learner);
    const { id } = await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        blockCode: first.blockCode,
        moduleCode: first.moduleCode,
        state: 'granted',
        requestedMinutes: 210,
        grantedMinutes: 210,
        transmittedOn: new Date('2026-11-05'),
        decidedOn: new Date('2026-11-20'),
      },
    });
    const before = (await readFeed(address)).events.length;
    await app.call(
      'POST /dispensations/:dispensationId/decision-rectification',
      {
        params: { dispensationId: id },
        body: { revision: 1, to: 'refused', motive: 'Titre non reconnu', because: 'Erreur' },
      },
      await centre.addMember('certifier'),
    );
    expect((await readFeed(address)).events.length).toBeGreaterThan(before);
  });

  it('a half-day given to another trainer: cancelled for the one, added for the other', async () => {
    const { first } = await planCohort('Change de formateur');
    const [one, other] = [await centre.addMember('trainer'), await centre.addMember('trainer')];
    await change(first, { trainerId: one.personId });
    const mine = await openFeed({ kind: 'trainer', trainerId: null }, one);
    const theirs = await openFeed({ kind: 'trainer', trainerId: other.personId });
    expect(eventOf((await readFeed(mine.address)).events, first)?.status).toBe('CONFIRMED');
    await change({ ...first, revision: 2 }, { trainerId: other.personId });
    expect((await readFeed(mine.address)).events).toEqual([
      expect.objectContaining({ uid: uidOf(first), status: 'CANCELLED', sequence: 2 }),
    ]);
    expect((await readFeed(theirs.address)).events).toEqual([
      expect.objectContaining({ uid: uidOf(first), status: 'CONFIRMED', sequence: 2 }),
    ]);
  });

  it('a tutor: when their own learners are in training, and nothing of what is taught', async () => {
    const { cohort, first } = await planCohort('Tutorat');
    const tutor = await centre.addMember('tutor');
    const [lina, hugo] = [
      await addLearner(cohort.id),
      await addLearner(cohort.id, { givenName: 'Hugo', birthName: 'Roy' }),
    ];
    await addLearner(cohort.id, { givenName: 'Zoé', birthName: 'Petit' });
    await employ(lina, tutor);
    await employ(hugo, tutor, { endsOn: '2027-01-31' });
    const { address } = await openFeed({ kind: 'tutor' }, tutor);
    const { events, text } = await readFeed(address);
    expect(eventOf(events, first)?.summary).toBe('En formation : Lina Abadie et Hugo Roy');
    const late = events.find(({ day }) => day >= '2027-02-01');
    expect(late?.summary).toBe('En formation : Lina Abadie');
    expect(text).not.toMatch(/Petit|Tutorat|rue de la Paix/);
    expect(text).not.toContain(first.name);
    await app.db.system.employment.updateMany({
      where: { tutorId: tutor.personId },
      data: { endsOn: new Date('2026-11-01') },
    });
    expect((await readFeed(address)).events).toEqual([]);
  });

  it('a room: what is held in it', async () => {
    const { first } = await planCohort('Salle occupée');
    const roomId = await addRoom('Salle à agenda');
    await change(first, { roomId });
    const { address } = await openFeed({ kind: 'room', roomId });
    expect((await readFeed(address)).events.map(({ uid }) => uid)).toEqual([uidOf(first)]);
  });
});
