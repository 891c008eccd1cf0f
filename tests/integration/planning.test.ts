import { describe, expect, it } from '@jest/globals';
import {
  addRoom,
  adopt,
  afbb,
  app,
  as,
  centre,
  change,
  coordinator,
  leMans,
  openCalendars,
  planCohort,
  propose,
  readCalendar,
} from '../support/calendars.ts';
import { adoptCalendar, createCohort, enrolLearner } from '../support/cohort-builder.ts';
import { formOf } from '../support/slot-form.ts';

openCalendars();

/** A session of one learner's own. */
async function presentTo(heldOn: string, enrolmentId: string): Promise<void> {
  const own = { centreId: centre.id };
  const session = { ...own, frameworkVersionId: afbb, heldOn: new Date(heldOn), place: 'Paris' };
  const { id: jurySessionId } = await app.db.system.jurySession.create({ data: session });
  const candidate = { ...own, jurySessionId, enrolmentId, position: 1 };
  await app.db.system.juryCandidate.create({ data: candidate });
}

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
    await change(first, { roomId: await addRoom('Salle 9') });
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

  it('W3: those with a jury of their own get what is over before it; their file says the rest', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Jury à part',
      frameworkVersionId: afbb,
      startsOn: '2027-01-04',
    });
    const name = { givenName: 'Inès', birthName: 'Roche' };
    const enrolmentId = await enrolLearner(app, centre, cohort.id, name, '2027-01-04');
    await app.db.system.pathRun.deleteMany({ where: { enrolmentId } });
    await presentTo('2027-03-22', enrolmentId);
    await adoptCalendar(app, coordinator, cohort.id);
    const runs = await app.db.system.moduleRun.findMany({
      where: { pathRuns: { some: { enrolmentId } }, cohortId: cohort.id },
      include: { slots: true },
    });
    expect(runs.length).toBeGreaterThan(0);
    const days = runs.flatMap(({ slots }) => slots.map(({ heldOn }) => heldOn));
    expect(days.every((day) => day < new Date('2027-03-22'))).toBe(true);
    const { body } = await as()('GET /enrolments/:enrolmentId', { params: { enrolmentId } });
    const left = body.path.filter(({ state }) => state === 'to_plan');
    expect(left.length).toBeGreaterThan(0);
    expect(left[0]?.reason).toMatch('alors que son jury est le 22 mars 2027');
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
      data: { trainerId: trainer.personId, acceptedRules: ['plan.usual-weekday'] },
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
    // What was accepted of a half-day where it was, nobody has accepted where it goes.
    const before = new Map(slots.map(({ id, date, startsAt }) => [id, `${date} ${startsAt}`]));
    const moved = after.slots.filter(
      ({ id, date, startsAt }) => before.get(id) !== `${date} ${startsAt}`,
    );
    const accepting = await app.db.system.slot.findMany({
      where: { cohortId: cohort.id, acceptedRules: { isEmpty: false } },
    });
    expect(moved.length).toBeGreaterThan(20);
    expect(accepting).toHaveLength(slots.length - moved.length);
    expect(ids(accepting).filter((id) => moved.some((slot) => slot.id === id))).toEqual([]);
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

  it('narrows to a cohort, a room, or a trainer in a room', async () => {
    const roomId = await addRoom('Salle du mois');
    const { first, cohort } = await planCohort('En salle', { startsOn: '2027-06-07' });
    await change(first, { roomId });
    const read = async (of: { cohortId?: string; roomId?: string; trainerId?: string }) =>
      (await as()('GET /calendar', { query: { from: '2027-06-01', to: '2027-06-30', ...of } })).body
        .slots;
    expect((await read({ roomId })).map(({ id }) => id)).toEqual([first.id]);
    const own = await read({ cohortId: cohort.id });
    expect(own.length).toBeGreaterThan(1);
    expect(own.every(({ cohort: { id } }) => id === cohort.id)).toBe(true);
    expect(await read({ roomId, trainerId: coordinator.personId })).toEqual([]);
  });

  it('the positioning and the jury of each cohort are in it, each with its name; and where it is held', async () => {
    const { cohort } = await planCohort('Accueillie', {
      startsOn: '2027-08-30',
      positioningOn: '2027-08-30',
      juryOn: '2027-09-20',
    });
    const query = { from: '2027-08-30', to: '2027-09-26', cohortId: cohort.id };
    const { body } = await as()('GET /calendar', { query });
    expect(body.events).toEqual([
      { date: '2027-08-30', name: 'Positionnement · Accueillie' },
      { date: '2027-09-20', name: 'Jury · Accueillie' },
    ]);
    expect(new Set(body.slots.map(({ site }) => site.name))).toEqual(new Set(['Centre, site']));
    const later = await as()('GET /calendar', { query: { ...query, from: '2027-08-31' } });
    expect(later.body.events.map(({ name }) => name)).toEqual(['Jury · Accueillie']);
    await app.db.system.cohort.updateMany({
      where: { id: cohort.id },
      data: { juryOn: null },
    });
    const without = await as()('GET /calendar', { query });
    expect(without.body.events.map(({ date }) => date)).toEqual(['2027-08-30']);
  });

  it('W3: one learner’s early session stands beside the cohort’s planned jury', async () => {
    const { cohort } = await planCohort('Un seul avant', { juryOn: '2027-06-28' });
    const [early] = await Promise.all(
      ['Alma', 'Bilal', 'Cleo'].map((givenName) =>
        enrolLearner(app, centre, cohort.id, { givenName, birthName: 'Noir' }),
      ),
    );
    await presentTo('2027-06-15', early ?? '');
    const query = { from: '2027-06-01', to: '2027-06-30', cohortId: cohort.id };
    const { body } = await as()('GET /calendar', { query });
    expect(body.events.map(({ date }) => date)).toEqual(['2027-06-15', '2027-06-28']);
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
