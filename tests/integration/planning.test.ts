import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adoptCalendar, createCohort, enrolLearner } from '../support/cohort-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let afbb: string;
let leMans: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('Centre');
  coordinator = await centre.addMember('coordinator');
  afbb = (await centre.addFramework('CQP-AM-2022-AFBB')).id;
  leMans = (await centre.addFramework('CQP-AM-40913-LEMANS')).id;
});
afterAll(() => app.close());

const as = (caller = coordinator) => app.as(caller);
const propose = (cohortId: string) =>
  as()('POST /cohorts/:cohortId/calendar-proposal', { params: { cohortId } });
const adopt = (cohortId: string, fingerprint: string) =>
  as()('POST /cohorts/:cohortId/calendar', { params: { cohortId }, body: { fingerprint } });
const readCalendar = async (cohortId: string) =>
  (await as()('GET /cohorts/:cohortId/calendar', { params: { cohortId } })).body;

/** A planned cohort; the clock stands on 23 November 2026, so it starts in the future. */
async function planCohort(name: string, more: Record<string, unknown> = {}) {
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
type Slot = Awaited<ReturnType<typeof planCohort>>['first'];

const formOf = (slot: Slot, more: Record<string, unknown> = {}) => ({
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
  ...more,
});
const change = (slot: Slot, more: Record<string, unknown> = {}) =>
  as()('PUT /slots/:slotId', { params: { slotId: slot.id }, body: formOf(slot, more) });

describe('« Proposer le calendrier »', () => {
  it('afbb: two days a week, nothing in July and August, the 384 h placed, each evaluation last', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'afbb 2027',
      frameworkVersionId: afbb,
      startsOn: '2027-02-01',
    });
    const { body } = await propose(cohort.id);
    expect(body).toMatchObject({ unplaced: [], kept: 0, moved: 0, removed: 0 });
    expect(body.slots.filter(({ date }) => /-0[78]-/.test(date))).toEqual([]);
    expect(body.slots.reduce((total, { minutes }) => total + minutes, 0)).toBe(384 * 60);
    expect(body.skippedDays).toContainEqual(
      expect.objectContaining({ date: '2027-03-29', reason: 'férié : lundi de Pâques' }),
    );
    const saved = await adopt(cohort.id, body.fingerprint);
    expect(saved.body.slots).toHaveLength(body.slots.length);
    expect(saved.body.plannedHours.every(({ gapMinutes }) => gapMinutes === 0)).toBe(true);
    const state = await as()('GET /cohorts/:cohortId', { params: { cohortId: cohort.id } });
    expect(state.body).toMatchObject({ state: 'planned', plannedMinutes: 384 * 60 });
  });

  it('Le Mans: 264 h and 15 h of evaluation', async () => {
    const { cohort, slots } = await planCohort('Le Mans 2027', {
      frameworkVersionId: leMans,
      closedMonths: [],
    });
    const { plannedHours } = await readCalendar(cohort.id);
    const sum = (kind: string) =>
      plannedHours
        .filter((row) => row.kind === kind)
        .reduce((total, row) => total + row.plannedMinutes, 0);
    expect([sum('training'), sum('evaluation')]).toEqual([264 * 60, 15 * 60]);
    expect(slots.at(-1)?.kind).toBe('evaluation');
  });

  it('keeps to the holidays of the site’s zone and its closures', async () => {
    const site = await app.db.system.site.create({
      data: {
        centreId: centre.id,
        name: 'Strasbourg',
        address: 'x',
        holidayZone: 'alsace_moselle',
      },
    });
    await app.db.system.siteClosure.create({
      data: {
        centreId: centre.id,
        siteId: site.id,
        fromOn: new Date('2027-02-08'),
        toOn: new Date('2027-02-12'),
        label: 'congés d’hiver',
      },
    });
    const { slots } = await planCohort('Strasbourg', { siteId: site.id, weekdays: [1, 5] });
    const dates = slots.map(({ date }) => date);
    expect(dates).not.toContain('2027-03-26');
    expect(dates.filter((date) => date >= '2027-02-08' && date <= '2027-02-12')).toEqual([]);
  });

  it('says what does not fit before the end, and why', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Trop courte',
      frameworkVersionId: afbb,
      startsOn: '2027-02-01',
      endsOn: '2027-03-01',
    });
    const { body } = await propose(cohort.id);
    expect(body.unplaced[0]?.reason).toMatch('plus aucun jour ouvert avant la fin');
  });

  it('previews without saving; adopting twice (double click) changes nothing more', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Deux clics',
      frameworkVersionId: afbb,
    });
    const { body } = await propose(cohort.id);
    expect((await readCalendar(cohort.id)).slots).toEqual([]);
    const answers = await Promise.all([
      adopt(cohort.id, body.fingerprint),
      adopt(cohort.id, body.fingerprint),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await readCalendar(cohort.id)).slots).toHaveLength(body.slots.length);
  });

  it('two coordinators: what is adopted is what was seen, or the new proposal comes back', async () => {
    const { cohort, first } = await planCohort('Vue puis changée', { weekdays: [3, 4] });
    const seen = await propose(cohort.id);
    await change(first, { room: 'Salle 9' });
    const { status, problem } = await adopt(cohort.id, seen.body.fingerprint);
    expect(status).toBe(409);
    expect(problem.current).toMatchObject({ fingerprint: expect.any(String) });
  });

  it('gives those already enrolled the runs of their cohort', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Inscrits avant',
      frameworkVersionId: afbb,
      startsOn: '2027-01-04',
    });
    const learner = { givenName: 'Rui', birthName: 'Da Silva' };
    const early = await enrolLearner(app, centre, cohort.id, learner, '2027-01-04');
    await app.db.system.pathRun.deleteMany({ where: { enrolmentId: early } });
    await adoptCalendar(app, coordinator, cohort.id);
    expect(await app.db.system.pathRun.count({ where: { enrolmentId: early } })).toBe(19);
  });

  it('a run that a coordinator took out of a path stays out, whatever is planned again', async () => {
    const { cohort } = await planCohort('Parcours choisi');
    const name = { givenName: 'Zoé', birthName: 'Marchal' };
    const chosen = await enrolLearner(app, centre, cohort.id, name, '2027-01-04');
    const [first] = await app.db.system.pathRun.findMany({ where: { enrolmentId: chosen } });
    await app.db.system.pathRun.deleteMany({ where: { id: first?.id ?? '' } });
    await adoptCalendar(app, coordinator, cohort.id);
    expect(await app.db.system.pathRun.count({ where: { enrolmentId: chosen } })).toBe(18);
  });

  it('Q18, W3: who enters late gets the path of the rule, each evaluation after its modules', async () => {
    const { cohort, slots } = await planCohort('Entrée en cours');
    const module = slots.filter(({ moduleCode }) => moduleCode === 'B1-M1');
    const name = { givenName: 'Ali', birthName: 'Benali' };
    const late = await enrolLearner(app, centre, cohort.id, name, module.at(-1)?.date ?? '');
    await app.db.system.pathRun.deleteMany({ where: { enrolmentId: late } });
    await adoptCalendar(app, coordinator, cohort.id);
    const path = await app.db.system.pathRun.findMany({
      where: { enrolmentId: late, moduleRun: { blockCode: 'B1' } },
      include: { moduleRun: { include: { slots: { orderBy: { heldOn: 'asc' } } } } },
    });
    const runs = path.map(({ moduleRun }) => moduleRun);
    // What the cohort has begun already is followed with another one, or waits for a date.
    expect(runs.some((run) => run.moduleCode === 'B1-M1' && run.cohortId === cohort.id)).toBe(
      false,
    );
    const evaluation = runs.find(({ kind }) => kind === 'evaluation')?.slots.at(0)?.heldOn;
    for (const run of runs.filter(({ kind }) => kind === 'training'))
      if (evaluation) expect(run.slots.at(-1)?.heldOn.getTime()).toBeLessThan(evaluation.getTime());
  });
});

describe('planning again', () => {
  it('keeps past and recorded half-days, moves the others and their trainer with them', async () => {
    const { cohort, slots } = await planCohort('Replanifiée', { startsOn: '2026-10-05' });
    const trainer = await centre.addMember('trainer', { givenName: 'Sophie', birthName: 'Petit' });
    await app.db.system.slot.updateMany({
      where: { cohortId: cohort.id },
      data: { trainerId: trainer.personId },
    });
    const { body } = await as()('PUT /cohorts/:cohortId', {
      params: { cohortId: cohort.id },
      body: {
        name: 'Replanifiée',
        frameworkVersionId: afbb,
        siteId: centre.siteId,
        startsOn: '2026-10-05',
        endsOn: null,
        weekdays: [3, 4],
        minutesPerDay: 420,
        closedMonths: [7, 8],
        capacity: 12,
        juryOn: null,
        revision: 2,
      },
    });
    expect(body.weekdays).toEqual([3, 4]);
    await adoptCalendar(app, coordinator, cohort.id);
    const after = await readCalendar(cohort.id);
    const past = slots.filter(({ date }) => date <= '2026-11-23').map(({ id }) => id);
    expect(past.length).toBeGreaterThan(20);
    expect(after.slots.filter(({ date }) => date <= '2026-11-23').map(({ id }) => id)).toEqual(
      past,
    );
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
    expect(ids(after.slots)).toEqual(ids(slots));
    expect(after.slots.every((slot) => slot.trainer?.id === trainer.personId)).toBe(true);
    expect(after.plannedHours.every(({ gapMinutes }) => gapMinutes === 0)).toBe(true);
  });

  it('frees a trainer who is taken at the new moment, and says so before', async () => {
    const trainer = await centre.addMember('trainer', { givenName: 'Marc', birthName: 'Roche' });
    const busy = await planCohort('Prend Marc', { weekdays: [3, 4] });
    const moving = await planCohort('Perd Marc', { weekdays: [1, 2] });
    for (const { cohort } of [busy, moving])
      await app.db.system.slot.updateMany({
        where: { cohortId: cohort.id },
        data: { trainerId: trainer.personId },
      });
    await app.db.system.cohort.updateMany({
      where: { id: moving.cohort.id },
      data: { weekdays: [3, 4] },
    });
    const { body } = await propose(moving.cohort.id);
    expect(body.freed.length).toBe(body.moved);
    expect(body.freed[0]?.what).toBe('le formateur');
    await adopt(moving.cohort.id, body.fingerprint);
    const { slots } = await readCalendar(moving.cohort.id);
    expect(slots.every((slot) => slot.trainer === null)).toBe(true);
  });
});

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

  it('refuses a room that is taken, whatever its capitals', async () => {
    const one = await planCohort('Salle A');
    const two = await planCohort('Salle a');
    await change(one.first, { room: 'Salle 2' });
    const { problem } = await change(two.first, { room: ' salle  2 ' });
    expect(problem.errors?.[0]?.pointer).toBe('/room');
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
    const answers = await Promise.all([change(first, { room: 'A' }), change(first, { room: 'B' })]);
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
    const { problem } = await change(two.first, { room: 'B' });
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

  it('several modules at once; past half-days that nobody signed only when asked', async () => {
    const { cohort, slots } = await planCohort('Affectée en une fois');
    const moduleRunIds = [...new Set(slots.map(({ moduleRunId }) => moduleRunId))];
    const someone = await centre.addMember('trainer');
    const assign = (more: Record<string, unknown> = {}) =>
      as()('POST /cohorts/:cohortId/assignment', {
        params: { cohortId: cohort.id },
        body: { moduleRunIds, trainerId: someone.personId, skipTaken: true, ...more },
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

describe('the centre-wide calendar', () => {
  it('shows every cohort between two days; a trainer sees their own', async () => {
    const trainer = await centre.addMember('trainer');
    const { first } = await planCohort('Mois', { startsOn: '2027-05-03' });
    await change(first, { trainerId: trainer.personId });
    const query = { from: '2027-05-01', to: '2027-05-31' };
    const all = await as()('GET /calendar', { query });
    expect(all.body.slots.length).toBeGreaterThan(1);
    expect(all.body.daysOff).toContainEqual({ date: '2027-05-06', reason: 'férié : Ascension' });
    const own = await as(trainer)('GET /calendar', { query });
    expect(own.body.slots.map(({ id }) => id)).toEqual([first.id]);
    expect((await as()('GET /calendar', { query: { ...query, to: '2027-04-01' } })).status).toBe(
      400,
    );
  });

  it('another centre sees nothing of it and changes nothing', async () => {
    const { first, cohort } = await planCohort('À nous');
    const stranger = await (await app.addCentre()).addMember('coordinator');
    const { status } = await as(stranger)('PUT /slots/:slotId', {
      params: { slotId: first.id },
      body: formOf(first),
    });
    expect(status).toBe(404);
    const calendar = await as(stranger)('GET /cohorts/:cohortId/calendar', {
      params: { cohortId: cohort.id },
    });
    expect(calendar.status).toBe(404);
    const query = { from: '2027-01-01', to: '2027-01-31' };
    expect((await as(stranger)('GET /calendar', { query })).body.slots).toEqual([]);
  });
});
