import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  cohortId = await addCohort(app.db, centre);
});
afterAll(() => app.close());

/** Somebody of a cohort who left on 2 November, three weeks before the day of these tests. */
async function leave(route: 'continuing_training' | 'reconversion_period') {
  const birthName = `Partie ${uuidv7().slice(-6)}`;
  const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
    tutorId: null,
    birthName,
    route,
    employerName: 'Cabinet Ferrand',
  });
  await app.db.system.enrolment.updateMany({
    where: { id: enrolmentId },
    data: { endsOn: new Date('2027-06-30') },
  });
  const left = { on: '2026-11-02', motive: 'Retour à son poste', revision: 1 };
  const { status } = await app.call(
    'POST /enrolments/:enrolmentId/withdraw',
    { params: { enrolmentId }, body: left },
    coordinator,
  );
  expect(status).toBe(200);
  return { enrolmentId, birthName };
}
const readFile = async (enrolmentId: string) =>
  (await app.call('GET /enrolments/:enrolmentId', { params: { enrolmentId } }, coordinator)).body;
const listDeadlines = async (urgency?: 'settled') => {
  const query = urgency ? { urgency } : {};
  return (await app.call('GET /deadlines', { query }, coordinator)).body.rows;
};
const readMorning = async () => (await app.call('GET /home', {}, coordinator)).body;
const declare = (enrolmentId: string, body: Record<string, unknown> = {}) =>
  app.call(
    'POST /enrolments/:enrolmentId/early-ends',
    { params: { enrolmentId }, body: { declaredOn: '2026-11-20', ...body } },
    coordinator,
  );
const save = (earlyEndId: string, body: Record<string, unknown>) =>
  app.call('PUT /early-ends/:earlyEndId', { params: { earlyEndId }, body }, coordinator);

describe('DOMAIN 7: the early end of a période de reconversion is declared to the OPCO in 30 days', () => {
  it('the file, the deadlines and the morning tell it, until its declaration is noted', async () => {
    const { enrolmentId, birthName } = await leave('reconversion_period');
    expect((await readFile(enrolmentId)).earlyEnd).toMatchObject({
      anchorOn: '2026-11-02',
      dueOn: '2026-12-02',
      urgency: 'within_30',
      declaration: null,
      sentence: expect.stringMatching(/au lieu du 30 juin 2027/),
      source: expect.stringMatching(/W25/),
    });
    const row = { enrolmentId, kind: 'early_end', dueOn: '2026-12-02' };
    expect(await listDeadlines()).toContainEqual(
      expect.objectContaining({ ...row, employerName: 'Cabinet Ferrand' }),
    );
    const risk = async () =>
      (await readMorning()).atRisk.filter(
        ({ kind, subject }) => kind === 'early_end' && subject.includes(birthName),
      );
    expect(await risk()).toMatchObject([
      { days: 9, action: { act: 'declare_early_end', targetId: enrolmentId } },
    ]);
    const { body } = await declare(enrolmentId, { reference: 'EP-RUPT-12' });
    expect(body).toMatchObject({
      urgency: 'settled',
      settledOn: '2026-11-20',
      declaration: { declaredOn: '2026-11-20', reference: 'EP-RUPT-12', revision: 1 },
    });
    expect(await risk()).toEqual([]);
    expect(await listDeadlines('settled')).toContainEqual(expect.objectContaining(row));
  });

  it('and the timeline keeps who noted it', async () => {
    const { enrolmentId } = await leave('reconversion_period');
    await declare(enrolmentId);
    const params = { enrolmentId };
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params },
      coordinator,
    );
    expect(body.past.map(({ title }) => title)).toContain(
      'Fin anticipée déclarée à l’OPCO le 20 novembre 2026.',
    );
  });

  it('nothing is declared for another access route, nor before the end, nor twice', async () => {
    const other = await leave('continuing_training');
    expect((await readFile(other.enrolmentId)).earlyEnd).toBeNull();
    expect((await declare(other.enrolmentId)).status).toBe(422);
    const { enrolmentId } = await leave('reconversion_period');
    const early = await declare(enrolmentId, { declaredOn: '2026-11-01' });
    expect(early.problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/declaredOn']);
    const answers = await Promise.all([declare(enrolmentId), declare(enrolmentId)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('an abandonment undone has nothing to declare; noted on another day, it is to declare anew', async () => {
    const { enrolmentId } = await leave('reconversion_period');
    await declare(enrolmentId);
    const params = { enrolmentId };
    await app.call(
      'POST /enrolments/:enrolmentId/reinstate',
      { params, body: { revision: 2 } },
      coordinator,
    );
    expect((await readFile(enrolmentId)).earlyEnd).toBeNull();
    const left = { on: '2026-11-16', motive: 'Cette fois, oui', revision: 3 };
    await app.call('POST /enrolments/:enrolmentId/withdraw', { params, body: left }, coordinator);
    expect((await readFile(enrolmentId)).earlyEnd).toMatchObject({
      dueOn: '2026-12-16',
      declaration: null,
    });
  });

  it('two corrections at once: the second is refused with the first beside it', async () => {
    const { enrolmentId } = await leave('reconversion_period');
    const { body } = await declare(enrolmentId);
    const id = body.declaration?.id ?? '';
    await save(id, { declaredOn: '2026-11-18', revision: 1 });
    const { status, problem } = await save(id, { declaredOn: '2026-11-19', revision: 1 });
    expect(status).toBe(409);
    expect(problem?.current).toMatchObject({ declaredOn: '2026-11-18', revision: 2 });
  });
});
