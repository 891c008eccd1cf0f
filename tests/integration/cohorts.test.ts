import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  adoptCalendar,
  afbbRhythm,
  createCohort,
  enrolLearner,
} from '../support/cohort-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let frameworkVersionId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  frameworkVersionId = (await centre.addFramework('CQP-AM-2022-AFBB')).id;
});
afterAll(() => app.close());

const formOf = (name: string, more: Record<string, unknown> = {}) => ({
  ...afbbRhythm,
  name,
  frameworkVersionId,
  siteId: centre.siteId,
  ...more,
});
const create = (body: Record<string, unknown>, caller = coordinator) =>
  app.call('POST /cohorts', { body }, caller);

describe('positioning, average rhythm and form of the AFGSU are the cohort’s (DOMAIN 5.3, 12; H5)', () => {
  it('none is asked: every weekday is taught, the AFGSU goes as the day allows', async () => {
    const { body } = await create(formOf('Sans rien de plus'));
    expect(body).toMatchObject({
      positioningOn: null,
      daysPerWeek: null,
      credentialInFullDays: null,
    });
  });

  it('are saved, and hold the proposed calendar', async () => {
    const { body } = await create(
      formOf('Deux jours sur trois', {
        weekdays: [1, 2, 4],
        daysPerWeek: 2,
        positioningOn: '2026-10-06',
        credentialInFullDays: false,
      }),
    );
    expect(body).toMatchObject({
      daysPerWeek: 2,
      positioningOn: '2026-10-06',
      credentialInFullDays: false,
    });
    const calendar = await adoptCalendar(app, coordinator, body.id);
    const days = [...new Set(calendar.slots.map(({ date }) => date))];
    expect(days.slice(0, 4)).toEqual(['2026-10-08', '2026-10-12', '2026-10-13', '2026-10-19']);
    expect(calendar.events).toEqual([{ date: '2026-10-06', name: 'Positionnement' }]);
  });

  it.each([
    [{ daysPerWeek: 3 }, '/daysPerWeek', 'au nombre de jours cochés, 2'],
    [{ endsOn: '2027-06-30', positioningOn: '2027-06-30' }, '/positioningOn', 'le lendemain'],
    [
      { minutesPerDay: 210, credentialInFullDays: true },
      '/credentialInFullDays',
      '3 h 30 par jour',
    ],
  ])('refuses %j at its field', async (more, pointer, message) => {
    const { status, problem } = await create(formOf(`Refus ${pointer}`, more));
    expect(status).toBe(422);
    expect(problem?.errors).toContainEqual(
      expect.objectContaining({ pointer, message: expect.stringContaining(message) }),
    );
  });
});

describe('a cohort points to a published version, a site and a rhythm', () => {
  it('is created as a draft with its module runs, ready to be planned', async () => {
    const { status, body } = await create(formOf('Automne 2026'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'draft',
      holidayZone: 'metropole',
      dueMinutes: 384 * 60,
      plannedMinutes: 0,
      closedMonths: [7, 8],
      isFrameworkFixed: false,
    });
    const runs = await app.call(
      'GET /cohorts/:cohortId/module-runs',
      { params: { cohortId: body.id } },
      coordinator,
    );
    expect(runs.body).toHaveLength(19);
    expect(runs.body[0]).toMatchObject({ blockCode: 'B1', dueMinutes: 21 * 60, firstDay: null });
  });

  it('says at once when its version is not registered on its first day (DOMAIN 3.3, 13)', async () => {
    const late = await create(formOf('Hors enregistrement', { startsOn: '2026-10-05' }));
    expect(late.body.warnings).toContainEqual(
      expect.objectContaining({
        rule: 'enrolment.registered-on-entry',
        message: expect.stringContaining(
          'la fiche RNCP36358 n’est plus enregistrée depuis le 25 avril 2025',
        ),
      }),
    );
    const inTime = await create(
      formOf('Enregistrée', { startsOn: '2024-10-07', endsOn: '2025-09-30' }),
    );
    expect(inTime.body.warnings).toEqual([]);
  });

  it('refuses a version that is still a draft, at its field', async () => {
    const draft = await app.db.system.frameworkVersion.create({
      data: { centreId: centre.id, code: 'DRAFT', title: 'Brouillon', content: {} },
    });
    const { status, problem } = await create(
      formOf('Sur brouillon', { frameworkVersionId: draft.id }),
    );
    expect(status).toBe(422);
    expect(problem.errors?.[0]).toMatchObject({ pointer: '/frameworkVersionId' });
  });

  it('refuses the framework and the site of another centre as if they did not exist', async () => {
    const other = await app.addCentre('Le Mans');
    const { id } = await other.addFramework('FAE-112');
    const foreign = await create(formOf('Ailleurs', { frameworkVersionId: id }));
    expect(foreign.problem.errors?.[0]?.pointer).toBe('/frameworkVersionId');
    const site = await create(formOf('Ailleurs', { siteId: other.siteId }));
    expect(site.problem.errors?.[0]?.pointer).toBe('/siteId');
  });

  it.each([
    [{ startsOn: '2026-02-30' }, '/startsOn'],
    [{ weekdays: [1, 1, 2] }, '/weekdays'],
    [{ endsOn: '2026-09-01' }, '/endsOn'],
    [{ weekdays: [] }, '/weekdays'],
    [{ weekdays: [7] }, '/weekdays'],
    [{ minutesPerDay: 480 }, '/minutesPerDay'],
    [{ capacity: 0 }, '/capacity'],
    [{ capacity: 'douze' }, '/capacity'],
    [{ closedMonths: [13] }, '/closedMonths/0'],
    [{ name: '  ' }, '/name'],
    [{ startsOn: '1926-10-05', endsOn: null }, '/startsOn'],
    [{ endsOn: '2126-06-30' }, '/endsOn'],
  ])('refuses %j at %s, in French', async (change, pointer) => {
    const { status, problem } = await create(formOf('Impossible', change));
    expect(status).toBe(422);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(problem.detail).not.toMatch(/expected|invalid/i);
  });

  it('refuses a name that is taken, at the name', async () => {
    await create(formOf('Hiver'));
    const { status, problem } = await create(formOf('Hiver'));
    expect(status).toBe(409);
    expect(problem).toMatchObject({ code: 'already_exists', errors: [{ pointer: '/name' }] });
  });
});

describe('the list', () => {
  it('searches, filters and pages', async () => {
    await create(formOf('Liste A'));
    await create(formOf('Liste B', { startsOn: '2027-01-04' }));
    const list = (query: Record<string, unknown>) =>
      app.call('GET /cohorts', { query }, coordinator);
    const found = await list({ search: 'liste', sort: 'startsOn', direction: 'desc' });
    expect(found.body.rows.map(({ name }) => name)).toEqual(['Liste B', 'Liste A']);
    const page = await list({
      search: 'liste',
      sort: 'name',
      direction: 'asc',
      perPage: 1,
      page: 2,
    });
    expect(page.body).toMatchObject({ total: 2, rows: [{ name: 'Liste B' }] });
    expect((await list({ search: 'liste', state: 'running' })).body.total).toBe(0);
    expect((await list({ sort: 'password' })).status).toBe(400);
  });

  it('those that still take somebody are told apart, for a form that enrols', async () => {
    await create(formOf('Ouverte A'));
    const { body: over } = await create(formOf('Ouverte B'));
    await app.db.system.cohort.updateMany({
      where: { id: over.id },
      data: { state: 'completed' },
    });
    const list = (query: Record<string, unknown>) =>
      app.call('GET /cohorts', { query: { search: 'ouverte', ...query } }, coordinator);
    const open = await list({ takes: 'learners' });
    expect(open.body.rows.map(({ name }) => name)).toEqual(['Ouverte A']);
    expect((await list({ takes: 'learners', state: 'completed' })).body.total).toBe(0);
    expect((await list({})).body.total).toBe(2);
  });

  it('shows a trainer the cohorts they teach, no others', async () => {
    const trainer = await centre.addMember('trainer');
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Avec formateur',
      frameworkVersionId,
    });
    await adoptCalendar(app, coordinator, cohort.id);
    const before = await app.call('GET /cohorts', {}, trainer);
    expect(before.body.total).toBe(0);
    await app.db.system.slot.updateMany({
      where: { cohortId: cohort.id },
      data: { trainerId: trainer.personId },
    });
    const after = await app.call('GET /cohorts', {}, trainer);
    expect(after.body.rows.map(({ name }) => name)).toEqual(['Avec formateur']);
  });
});

describe('two coordinators at once', () => {
  it('the second save is refused with the version of the first', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'À deux',
      frameworkVersionId,
    });
    const save = (name: string) =>
      app.call(
        'PUT /cohorts/:cohortId',
        { params: { cohortId: cohort.id }, body: { ...formOf(name), revision: cohort.revision } },
        coordinator,
      );
    const answers = await Promise.all([save('À deux, Claire'), save('À deux, Lucie')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    const saved = answers.find(({ status }) => status === 200);
    expect(refused?.problem.code).toBe('edited_meanwhile');
    expect(refused?.problem.current).toMatchObject({ name: saved?.body.name, revision: 2 });
  });
});

describe('what depends on a cohort holds it', () => {
  it('nor while a learner of another cohort follows a module here, and it says who', async () => {
    const emptied = { name: 'Vidée', frameworkVersionId };
    const { id: cohortId } = await createCohort(app, centre, coordinator, emptied);
    const own = { name: 'Sa cohorte', frameworkVersionId };
    const host = await createCohort(app, centre, coordinator, own);
    const lina = { givenName: 'Lina', birthName: 'Abadie' };
    const enrolmentId = await enrolLearner(app, centre, host.id, lina);
    const run = await app.db.system.moduleRun.findFirstOrThrow({ where: { cohortId } });
    const followed = { centreId: centre.id, enrolmentId, moduleRunId: run.id };
    await app.db.system.pathRun.create({ data: followed });
    const other = await centre.addFramework('CQP-AM-2024-266');
    const save = () =>
      app.call(
        'PUT /cohorts/:cohortId',
        {
          params: { cohortId },
          body: { ...formOf('Vidée'), frameworkVersionId: other.id, revision: 1 },
        },
        coordinator,
      );
    const { status, problem } = await save();
    expect([status, problem.errors?.[0]?.pointer]).toEqual([422, '/frameworkVersionId']);
    expect(problem.detail).toContain('Abadie Lina (Sa cohorte) a des modules');
    await app.db.system.pathRun.deleteMany({ where: { enrolmentId } });
    expect((await save()).status).toBe(200);
  });

  it('the framework no longer changes once there is a calendar', async () => {
    const other = await centre.addFramework('FAE-112');
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Fixée',
      frameworkVersionId,
    });
    await adoptCalendar(app, coordinator, cohort.id);
    const { problem } = await app.call(
      'PUT /cohorts/:cohortId',
      {
        params: { cohortId: cohort.id },
        body: { ...formOf('Fixée'), frameworkVersionId: other.id, revision: 2 },
      },
      coordinator,
    );
    expect(problem.errors?.[0]?.pointer).toBe('/frameworkVersionId');
  });

  it('capacity never falls below those enrolled', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Pleine',
      frameworkVersionId,
    });
    await enrolLearner(app, centre, cohort.id, { givenName: 'Lina', birthName: 'Abadie' });
    await enrolLearner(app, centre, cohort.id, { givenName: 'Noé', birthName: 'Petit' });
    const { problem } = await app.call(
      'PUT /cohorts/:cohortId',
      {
        params: { cohortId: cohort.id },
        body: { ...formOf('Pleine', { capacity: 1 }), revision: 1 },
      },
      coordinator,
    );
    expect(problem.errors?.[0]).toMatchObject({ pointer: '/capacity' });
    expect(problem.detail).toMatch('2 apprenants sont inscrits');
  });
});

describe('draft → planned → running → completed, or reportée', () => {
  it('says why a state is not possible, and moves when it is', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'États',
      frameworkVersionId,
    });
    const move = (state: string, revision: number) =>
      app.call(
        'POST /cohorts/:cohortId/state',
        { params: { cohortId: cohort.id }, body: { state, revision } },
        coordinator,
      );
    expect(cohort.nextStates[0]).toMatchObject({ state: 'planned', refusal: expect.any(String) });
    expect((await move('planned', 1)).problem.detail).toMatch('n’a pas encore de calendrier');
    await adoptCalendar(app, coordinator, cohort.id);
    const running = await move('running', 2);
    expect(running.body).toMatchObject({ state: 'running', revision: 3 });
    expect((await move('completed', 3)).problem.detail).toMatch('La dernière demi-journée est le');
    expect((await move('postponed', 2)).status).toBe(409);
    expect((await move('postponed', 3)).body.state).toBe('postponed');
    const { length } = await app.db.system.auditEvent.findMany({
      where: { subjectId: cohort.id, action: 'cohort.state-changed' },
    });
    expect(length).toBe(2);
  });
});

describe('strangers', () => {
  it('another centre’s cohort is a 404, a malformed id too', async () => {
    const cohort = await createCohort(app, centre, coordinator, {
      name: 'Chez nous',
      frameworkVersionId,
    });
    const other = await app.addCentre('Keyce');
    const stranger = await other.addMember('coordinator');
    const read = (cohortId: string) =>
      app.call('GET /cohorts/:cohortId', { params: { cohortId } }, stranger);
    expect((await read(cohort.id)).status).toBe(404);
    expect((await read('42')).status).toBe(404);
    const save = await app.call(
      'PUT /cohorts/:cohortId',
      { params: { cohortId: cohort.id }, body: { ...formOf('Volée'), revision: 1 } },
      stranger,
    );
    expect(save.status).toBe(404);
  });

  it('a trainer creates no cohort', async () => {
    const trainer = await centre.addMember('trainer');
    expect((await create(formOf('Par un formateur'), trainer)).status).toBe(403);
  });
});
