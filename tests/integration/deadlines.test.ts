import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import {
  addCohort,
  addTutoredLearner,
  type LearnerOptions,
  type TutoredLearner,
} from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let director: Member;
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  director = await centre.addMember('director');
  cohortId = await addCohort(app.db, centre);
});
afterAll(() => app.close());

const addLearner = (more: Partial<LearnerOptions> = {}, cohort = cohortId) =>
  addTutoredLearner(app.db, centre, cohort, {
    tutorId: null,
    hireDate: '2026-03-02',
    cpamContractSignedOn: '2026-04-01',
    ...more,
  });

async function read({ enrolmentId }: TutoredLearner) {
  const { body } = await app.call(
    'GET /enrolments/:enrolmentId/deadlines',
    { params: { enrolmentId } },
    coordinator,
  );
  const [employment] = body.employments;
  if (!employment) throw new Error('no employment');
  return employment;
}
const suspend = (
  { employmentId }: TutoredLearner,
  body: Record<string, unknown> = {},
  by = coordinator,
) =>
  app.call(
    'POST /employments/:employmentId/suspensions',
    {
      params: { employmentId },
      body: { fromOn: '2026-06-01', toOn: '2026-06-30', motive: 'Arrêt de travail', ...body },
    },
    by,
  );

describe('each clock has its row, the earliest is the one to keep (DOMAIN 6)', () => {
  it('shows anchor, source and whom it binds, the operative first', async () => {
    const { deadlines } = await read(await addLearner());
    const obtain = deadlines.filter(({ kind }) => kind === 'obtain');
    expect(obtain.map(({ dueOn, anchor }) => [dueOn, anchor])).toEqual([
      ['2028-03-02', 'hire_date'],
      ['2028-04-01', 'cpam_contract_signed_on'],
    ]);
    expect(obtain[0]).toMatchObject({ isOperative: true, source: 'ameli.fr, S4:L34' });
    expect(obtain[0]?.sentence).toContain('engage le médecin employeur');
    expect(obtain[1]?.isOperative).toBe(false);
  });

  it('enrolling is settled by the entry into training', async () => {
    const { deadlines } = await read(await addLearner());
    expect(deadlines.find(({ kind }) => kind === 'enrol')).toMatchObject({
      urgency: 'settled',
      settledOn: '2026-09-07',
      facts: 'Entrée en formation le 7 septembre 2026, dans le délai.',
    });
  });

  it('an FAE has its own clocks: three years by the arrêté, and the convention’s', async () => {
    const version = await centre.addFramework('FAE-112');
    const cohort = await addCohort(app.db, centre, { frameworkVersionId: version.id });
    const { deadlines } = await read(await addLearner({}, cohort));
    expect(new Set(deadlines.map(({ regime }) => regime))).toEqual(
      new Set(['regime_2024', 'arrete_2019_fae']),
    );
  });
});

describe('a suspension shifts the deadline, with its motive', () => {
  it('shows at once, and comes back when it is removed, staying visible', async () => {
    const learner = await addLearner();
    const { body } = await suspend(learner);
    const suspended = await read(learner);
    expect(suspended.deadlines[0]).toMatchObject({ suspendedDays: 30 });
    const removal = () =>
      app.call(
        'POST /suspensions/:suspensionId/removal',
        { params: { suspensionId: body.id }, body: { motive: 'Saisie par erreur' } },
        coordinator,
      );
    expect((await removal()).status).toBe(200);
    const after = await read(learner);
    expect(after.deadlines[0]).toMatchObject({ suspendedDays: 0 });
    expect(after.suspensions[0]).toMatchObject({
      motive: 'Arrêt de travail',
      removedMotive: 'Saisie par erreur',
    });
    expect((await removal()).problem.code).toBe('rule_refused');
  });

  it('two that overlap count their days once', async () => {
    const learner = await addLearner();
    await suspend(learner);
    await suspend(learner, { fromOn: '2026-06-15', toOn: '2026-07-14', motive: 'Congé' });
    expect((await read(learner)).deadlines[0]?.suspendedDays).toBe(44);
  });

  it('refuses an end before the start, a day that does not exist and a missing motive', async () => {
    const learner = await addLearner();
    const pointerOf = async (body: Record<string, unknown>) =>
      (await suspend(learner, body)).problem.errors?.[0]?.pointer;
    expect(await pointerOf({ toOn: '2026-05-31' })).toBe('/toOn');
    expect(await pointerOf({ fromOn: '2026-02-30' })).toBe('/fromOn');
    expect(await pointerOf({ motive: ' ' })).toBe('/motive');
  });

  it('is for the coordinator of the centre only', async () => {
    const learner = await addLearner();
    const elsewhere = await (await app.addCentre()).addMember('coordinator');
    expect((await suspend(learner, {}, director)).status).toBe(403);
    expect((await suspend(learner, {}, elsewhere)).status).toBe(404);
  });
});

describe('the centre’s list', () => {
  it('parts late, less than 30 days, less than 90 days and later, the nearest first', async () => {
    const other = await app.addCentre();
    const office = await other.addMember('coordinator');
    const cohort = await addCohort(app.db, other);
    const hired = {
      Tard: '2024-11-01',
      Mois: '2024-12-10',
      Trimestre: '2025-01-20',
      Loin: '2026-03-02',
    };
    for (const [birthName, hireDate] of Object.entries(hired))
      await addTutoredLearner(app.db, other, cohort, { tutorId: null, birthName, hireDate });
    const { body } = await app.call('GET /deadlines', { query: { kind: 'obtain' } }, office);
    expect(body.rows.map(({ learnerName, urgency }) => [learnerName, urgency])).toEqual([
      ['Tard Maxime', 'late'],
      ['Mois Maxime', 'within_30'],
      ['Trimestre Maxime', 'within_90'],
      ['Loin Maxime', 'later'],
    ]);
    expect(body.counts).toMatchObject({ late: 1, within_30: 1, within_90: 1, later: 1 });
    const late = await app.call(
      'GET /deadlines',
      { query: { urgency: 'late', search: 'tard' } },
      office,
    );
    expect(late.body.rows).toHaveLength(1);
    expect(late.body.rows[0]?.employerName).toBe('Cabinet Ferrand');
  });

  it('forgets an employer whose contract has ended: it binds no more', async () => {
    const other = await app.addCentre();
    const office = await other.addMember('coordinator');
    const cohort = await addCohort(app.db, other);
    const learner = await addTutoredLearner(app.db, other, cohort, { tutorId: null });
    const count = async () => (await app.call('GET /deadlines', {}, office)).body.total;
    expect(await count()).toBe(1);
    await app.db.system.employment.updateMany({
      where: { id: learner.employmentId },
      data: { endsOn: new Date('2026-11-01') },
    });
    expect(await count()).toBe(0);
  });
});

describe('what is sent twice is kept once', () => {
  it('the same suspension, also by two requests at once', async () => {
    const learner = await addLearner();
    const answers = await Promise.all([suspend(learner), suspend(learner)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const where = { employmentId: learner.employmentId };
    expect(await app.db.system.deadlineSuspension.count({ where })).toBe(1);
    expect((await suspend(learner, { motive: 'Refus de l’OPCO' })).status).toBe(200);
  });

  it('the same employer with the same hire date, also by two requests at once', async () => {
    const { personId } = await app.db.system.employment.findFirstOrThrow({
      where: { id: (await read(await addLearner())).id },
    });
    const add = () =>
      app.call(
        'POST /people/:personId/employments',
        {
          params: { personId },
          body: { employerName: 'Cabinet Morin', employerKind: 'practice', hireDate: '2026-10-01' },
        },
        coordinator,
      );
    const answers = await Promise.all([add(), add()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const where = { personId, employerName: 'Cabinet Morin' };
    expect(await app.db.system.employment.count({ where })).toBe(1);
  });
});
