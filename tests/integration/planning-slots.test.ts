import { describe, expect, it } from '@jest/globals';
import {
  addRoom,
  afbb,
  app,
  as,
  centre,
  change,
  coordinator,
  openCalendars,
  planCohort,
  readCalendar,
  type Slot,
} from '../support/calendars.ts';
import { enrolLearner } from '../support/cohort-builder.ts';
import { formOf } from '../support/slot-form.ts';
import { aWeek, trainerDesk } from '../support/trainer-file.ts';

openCalendars();

describe('correcting a half-day by hand', () => {
  it('refuses a trainer on two half-days whose real intervals overlap, 9 h 30 and 10 h', async () => {
    const trainer = await centre.addMember('trainer', { givenName: 'Anh', birthName: 'Nguyen' });
    const one = await planCohort('9 h 30');
    const two = await planCohort('10 h');
    const hours = { minutes: 150, trainerId: trainer.personId };
    expect((await change(one.first, { ...hours, startsAt: 570 })).status).toBe(200);
    const { status, problem } = await change(two.first, { ...hours, startsAt: 600 });
    expect(status).toBe(422);
    expect(problem.errors).toEqual([
      {
        pointer: '/trainerId',
        message:
          'Ce formateur a déjà un créneau le lundi 4 janvier 2027 de 9 h 30 à 12 h : changez l’heure, le jour ou l’un des deux.',
      },
    ]);
  });

  it('refuses a room that is taken', async () => {
    const one = await planCohort('Salle A');
    const two = await planCohort('Salle a');
    const roomId = await addRoom('Salle 2');
    expect((await change(one.first, { roomId })).status).toBe(200);
    const { problem } = await change(two.first, { roomId });
    expect(problem.errors?.[0]?.pointer).toBe('/roomId');
  });

  it('refuses a room that this centre does not have', async () => {
    const { first } = await planCohort('Salle d’ailleurs');
    const { problem } = await change(first, { roomId: '01890000-0000-7000-8000-000000000000' });
    expect(problem.errors?.[0]).toMatchObject({
      pointer: '/roomId',
      message: 'Choisissez une salle de votre centre.',
    });
  });

  it('two coordinators who book the same trainer at once: one wins', async () => {
    const trainer = await centre.addMember('trainer');
    const one = await planCohort('Course 1');
    const two = await planCohort('Course 2');
    const answers = await Promise.all(
      [one, two].map(({ first }) => change(first, { trainerId: trainer.personId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('two coordinators on the same half-day: the second sees what the first saved', async () => {
    const { first } = await planCohort('Même créneau');
    const rooms = await Promise.all(['Bleue', 'Verte'].map(addRoom));
    const answers = await Promise.all(rooms.map((roomId) => change(first, { roomId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem.current).toMatchObject({ revision: 2 });
  });

  it('refuses a holiday, a Sunday and a day of more than 7 h', async () => {
    const { first } = await planCohort('Jours impossibles');
    const at = async (more: Record<string, unknown>) => (await change(first, more)).problem.errors;
    expect(await at({ date: '2027-03-29' })).toContainEqual(
      expect.objectContaining({ pointer: '/date' }),
    );
    expect((await at({ date: '2027-01-10' }))?.[0]?.message).toMatch('dimanche');
    expect(await at({ date: '2027-02-31' })).toEqual([
      expect.objectContaining({ pointer: '/date', message: expect.stringMatching('existe') }),
    ]);
    expect(await at({ minutes: 240 })).toContainEqual(
      expect.objectContaining({ pointer: '/minutes' }),
    );
  });

  it('refuses hours beyond the module', async () => {
    const { cohort, first, slots } = await planCohort('Heures en trop');
    const free = slots.at(-1)?.date ?? '';
    const { status, problem } = await as()('POST /cohorts/:cohortId/slots', {
      params: { cohortId: cohort.id },
      body: formOf(first, { date: free, halfDay: 'afternoon', startsAt: 810, minutes: 60 }),
    });
    expect(status).toBe(422);
    expect(problem.detail).toMatch('compte 21 h, dont 21 h déjà planifiées');
    expect(problem.errors?.map(({ pointer }) => pointer)).toContain('/minutes');
  });

  it('asks to confirm an unusual day, and takes the confirmation', async () => {
    const { first } = await planCohort('Mercredi');
    const asked = await change(first, { date: '2027-01-06' });
    expect(asked.problem).toMatchObject({
      code: 'rule_refused',
      errors: [{ pointer: '/date', message: expect.stringMatching('pas un jour habituel') }],
    });
    const confirmed = await change(first, {
      date: '2027-01-06',
      acceptedWarnings: ['slot.usual-weekday'],
    });
    expect(confirmed.body).toMatchObject({ date: '2027-01-06', revision: 2 });
  });

  it('shows the same findings before saving', async () => {
    const { cohort, first } = await planCohort('Vérifiée');
    const { revision: _, ...body } = formOf(first, { date: '2027-01-06' });
    const { body: findings } = await as()('POST /cohorts/:cohortId/slot-check', {
      params: { cohortId: cohort.id },
      body: { ...body, slotId: first.id },
    });
    expect(findings).toMatchObject([{ rule: 'slot.usual-weekday', severity: 'warning' }]);
  });

  it('warns of a learner whose path has both half-days', async () => {
    const one = await planCohort('Chemin 1');
    const two = await planCohort('Chemin 2');
    const learner = { givenName: 'Julie', birthName: 'Moreau' };
    const enrolmentId = await enrolLearner(app, centre, one.cohort.id, learner);
    await app.db.system.pathRun.create({
      data: { centreId: centre.id, enrolmentId, moduleRunId: two.first.moduleRunId },
    });
    const { problem } = await change(two.first, { roomId: await addRoom('Chemins') });
    expect(problem.detail).toMatch('1 apprenant (Moreau Julie) suit déjà « Chemin 1 »');
  });

  it('refuses someone who does not train here', async () => {
    const { first } = await planCohort('Qui forme');
    const learner = await centre.addPerson('Paul', 'Garnier');
    const { problem } = await change(first, { trainerId: learner });
    expect(problem.errors?.[0]?.pointer).toBe('/trainerId');
  });
});

describe('one trainer for all the half-days of a module', () => {
  it('assigns those to come, or says which are taken and assigns the others on request', async () => {
    const trainer = await centre.addMember('trainer');
    const { cohort, first } = await planCohort('Affectation');
    const other = await planCohort('Déjà prise');
    const assign = (cohortId: string, moduleRunId: string, more: Record<string, unknown> = {}) =>
      as()('POST /cohorts/:cohortId/assignment', {
        params: { cohortId },
        body: { moduleRunIds: [moduleRunId], trainerId: trainer.personId, ...more },
      });
    expect((await assign(cohort.id, first.moduleRunId)).body).toEqual({
      assigned: 6,
      skipped: [],
      pastLeft: 0,
    });
    const taken = await assign(other.cohort.id, other.first.moduleRunId);
    expect(taken.status).toBe(422);
    expect(taken.problem.errors).toHaveLength(6);
    const { slots } = await readCalendar(other.cohort.id);
    expect(slots.every((slot) => slot.trainer === null)).toBe(true);
    const some = await assign(other.cohort.id, other.first.moduleRunId, { skipTaken: true });
    expect(some.body).toMatchObject({ assigned: 0 });
    expect(some.body.skipped).toHaveLength(6);
  });

  it('is judged by the trainer’s file too, in the words of the form; what only warns may be confirmed', async () => {
    const trainer = await centre.addMember('trainer', { givenName: 'Awa', birthName: 'Sow' });
    const { cohort, first, slots } = await planCohort('Affectée à une absente');
    const ofModule = slots.filter(({ moduleRunId }) => moduleRunId === first.moduleRunId);
    const desk = trainerDesk(app, coordinator, trainer.personId);
    await desk.saveWeek({
      ...aWeek,
      mornings: [1, 2, 3, 4, 5],
      afternoons: [1, 2, 3, 4, 5],
      avoidedMornings: [],
      minMinutesPerWeek: 0,
      maxMinutesPerWeek: 2100,
    });
    await desk.teach(afbb, [{ blockCode: first.blockCode, moduleCode: first.moduleCode }]);
    await desk.beAway(first.date, first.date);
    const away = ofModule.filter(({ date }) => date === first.date);
    const typed = await as()('POST /cohorts/:cohortId/slot-check', {
      params: { cohortId: cohort.id },
      body: { ...formOf(first, { trainerId: trainer.personId }), slotId: first.id },
    });
    const assign = (more: Record<string, unknown> = {}) =>
      as()('POST /cohorts/:cohortId/assignment', {
        params: { cohortId: cohort.id },
        body: { moduleRunIds: [first.moduleRunId], trainerId: trainer.personId, ...more },
      });
    const { problem } = await assign();
    expect(problem).toMatchObject({
      code: 'rule_refused',
      detail: expect.stringMatching(/^2 créneaux demandent votre accord\. Confirmez/),
      current: { warnings: ['plan.trainer-absent'] },
    });
    expect(problem.errors).toHaveLength(away.length);
    expect(problem.errors?.[0]?.message).toBe(typed.body[0]?.message);
    expect((await assign({ skipTaken: true })).body).toMatchObject({
      assigned: ofModule.length - away.length,
    });
    const confirmed = await assign({ acceptedWarnings: ['plan.trainer-absent'] });
    expect(confirmed.body).toMatchObject({ assigned: ofModule.length, skipped: [] });
    const accepting = await app.db.system.slot.findMany({
      where: { cohortId: cohort.id, acceptedRules: { has: 'plan.trainer-absent' } },
    });
    expect(accepting.map(({ id }) => id).toSorted()).toEqual(away.map(({ id }) => id).toSorted());
  });

  it('a room: those at a distance need none; a locked one is unlocked first', async () => {
    const { cohort, first, second, slots } = await planCohort('Une salle pour tous');
    const ofModule = slots.filter(({ moduleRunId }) => moduleRunId === first.moduleRunId);
    await change(first, { mode: 'remote' });
    const trainer = await centre.addMember('trainer');
    const given = await change(second, {
      trainerId: trainer.personId,
      roomId: await addRoom('Verrouillée'),
    });
    expect(given.status).toBe(200);
    const locked = await as()('PUT /slots/:slotId/lock', {
      params: { slotId: second.id },
      body: { isLocked: true },
    });
    expect(locked.status).toBe(200);
    const roomId = await addRoom('Pour tous');
    const { body } = await as()('POST /cohorts/:cohortId/assignment', {
      params: { cohortId: cohort.id },
      body: { moduleRunIds: [first.moduleRunId], roomId, skipTaken: true },
    });
    expect(body).toMatchObject({
      assigned: ofModule.length - 2,
      skipped: ['Ce créneau est verrouillé : déverrouillez-le avant de le changer.'],
    });
    const after = await readCalendar(cohort.id);
    expect(after.slots.find(({ id }) => id === first.id)).toMatchObject({
      mode: 'remote',
      room: null,
    });
  });

  it('several modules at once; past half-days that nobody signed only when asked', async () => {
    const { cohort, slots } = await planCohort('Affectée en une fois');
    const moduleRunIds = [...new Set(slots.map(({ moduleRunId }) => moduleRunId))];
    const someone = await centre.addMember('trainer');
    const assign = (more: Record<string, unknown> = {}) =>
      as()('POST /cohorts/:cohortId/assignment', {
        params: { cohortId: cohort.id },
        body: {
          moduleRunIds,
          trainerId: someone.personId,
          skipTaken: true,
          acceptedWarnings: ['plan.trainer-qualified'],
          ...more,
        },
      });
    const today = app.clock.today();
    app.clock.set('2031-03-03T09:00:00+01:00');
    expect((await assign()).body).toEqual({ assigned: 0, skipped: [], pastLeft: slots.length });
    expect((await assign({ withPast: true })).body).toMatchObject({
      assigned: slots.length,
      pastLeft: 0,
    });
    app.clock.set(`${today}T09:00:00+01:00`);
    const calendar = await readCalendar(cohort.id);
    expect(new Set(calendar.slots.map(({ trainer: one }) => one?.id))).toEqual(
      new Set([someone.personId]),
    );
    expect((await assign({ moduleRunIds: [] })).status).toBe(422);
    expect((await assign({ moduleRunIds: [moduleRunIds[0], cohort.id] })).status).toBe(404);
  });
});

describe('deleting a half-day', () => {
  const remove = (slot: Slot, more: Record<string, unknown> = {}) =>
    as()('POST /slots/:slotId/removal', {
      params: { slotId: slot.id },
      body: { revision: slot.revision, ...more },
    });

  it('is gone when nothing is recorded', async () => {
    const { cohort, first } = await planCohort('Supprimée');
    expect((await remove(first)).body.outcome).toBe('deleted');
    const { slots, plannedHours } = await readCalendar(cohort.id);
    expect(slots.some(({ id }) => id === first.id)).toBe(false);
    expect(plannedHours[0]).toMatchObject({ gapMinutes: -210 });
    expect((await remove(first)).status).toBe(404);
  });
});
