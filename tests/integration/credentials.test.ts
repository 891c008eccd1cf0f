import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let records: CohortRecords;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  records = await CohortRecords.create(app.db, centre);
});
afterAll(() => app.close());

const addLearner = () => records.addLearner('Maxime', 'Bonnet');
const grid = async (by = coordinator, blockCode = 'B1') =>
  app.call(
    'GET /cohorts/:cohortId/assessments/:blockCode',
    { params: { cohortId: records.id, blockCode } },
    by,
  );
const credential = (
  { enrolmentId }: { readonly enrolmentId: string },
  more: Record<string, unknown> = {},
) =>
  app.call(
    'POST /enrolments/:enrolmentId/credentials',
    {
      params: { enrolmentId },
      body: { code: 'AFGSU1', obtainedOn: '2025-03-04', issuer: 'CESU 72', ...more },
    },
    coordinator,
  );

describe('AFGSU 1 is a dated credential (W1, DOMAIN 13)', () => {
  it('lasts four years, and stands for the épreuve of block 4', async () => {
    const learner = await addLearner();
    const { body } = await credential(learner, { reference: '72-2025-118' });
    expect(body).toMatchObject({ expiresOn: '2029-03-04', reference: '72-2025-118' });
    const row = (await grid(coordinator, 'B4')).body.learners.find(
      ({ enrolmentId }) => enrolmentId === learner.enrolmentId,
    );
    expect(row?.cells.at(-1)?.state).toBe('acquired');
    expect(row?.credentials[0]).toMatchObject({ status: 'valid', expiresOn: '2029-03-04' });
  });

  it('of a day that only a slip of the year explains is refused at its field', async () => {
    const learner = await addLearner();
    const pointersOf = async (obtainedOn: string) =>
      (await credential(learner, { obtainedOn })).problem.errors?.map(({ pointer }) => pointer);
    expect(await pointersOf('1901-03-04')).toEqual(['/obtainedOn']);
    await app.db.system.person.updateMany({
      where: { id: learner.personId },
      data: { birthDate: new Date('1990-05-12') },
    });
    expect(await pointersOf('2003-03-04')).toEqual(['/obtainedOn']);
    expect((await credential(learner, { obtainedOn: '2006-03-04' })).status).toBe(200);
  });

  it('is renewed by another one, and warns within 60 days of its end (Q6)', async () => {
    const learner = await addLearner();
    await credential(learner, { obtainedOn: '2022-12-15' });
    const statuses = async () =>
      (
        await app.call(
          'GET /enrolments/:enrolmentId/credentials',
          { params: { enrolmentId: learner.enrolmentId } },
          coordinator,
        )
      ).body.statuses[0];
    expect(await statuses()).toMatchObject({ status: 'expiring', expiresOn: '2026-12-15' });
    await credential(learner, { obtainedOn: '2026-11-20' });
    expect(await statuses()).toMatchObject({ status: 'valid', expiresOn: '2030-11-20' });
  });

  it('is corrected once: the wrong one stays readable and no longer counts', async () => {
    const learner = await addLearner();
    const wrong = await credential(learner, { obtainedOn: '2015-03-04' });
    const correct = () => credential(learner, { correctsId: wrong.body.id });
    const answers = await Promise.all([correct(), correct()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/credentials',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(body.credentials.map(({ isSuperseded }) => isSuperseded)).toEqual([false, true]);
  });

  it('written for the wrong person, it is taken back: it counts no more and stays readable', async () => {
    const learner = await addLearner();
    const wrong = await credential(learner);
    const remove = (motive: string, by = coordinator) =>
      app.call(
        'POST /credentials/:credentialId/removal',
        { params: { credentialId: wrong.body.id }, body: { motive } },
        by,
      );
    const elsewhere = await (await app.addCentre('afbb')).addMember('coordinator');
    expect((await remove('Saisie pour Élodie', elsewhere)).status).toBe(404);
    expect((await remove('Saisie pour Élodie', await centre.addMember('trainer'))).status).toBe(
      403,
    );
    expect((await remove(' ')).problem.errors?.[0]?.pointer).toBe('/motive');
    expect((await remove('Saisie pour Élodie')).status).toBe(200);
    expect((await remove('Saisie pour Élodie')).status).toBe(409);
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/credentials',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(body.statuses[0]?.status).toBe('missing');
    expect(body.credentials).toMatchObject([
      { isSuperseded: true, removedBecause: 'Saisie pour Élodie' },
    ]);
    expect((await credential(learner)).status).toBe(200);
  });

  it('is not taken back once a jury has acquired the block that rests on it (S1:L155, L176)', async () => {
    const learner = await addLearner();
    const { body } = await credential(learner);
    await records.decide(learner, 'B4', 'acquired', '2026-11-20');
    const refused = await app.call(
      'POST /credentials/:credentialId/removal',
      { params: { credentialId: body.id }, body: { motive: 'Erreur' } },
      coordinator,
    );
    expect(refused.status).toBe(422);
    expect(refused.problem.errors?.[0]?.message).toContain('elle ne se retire plus');
  });

  it('is refused with a day to come, or under a name the framework does not know', async () => {
    const learner = await addLearner();
    const answers = [
      await credential(learner, { obtainedOn: '2026-11-24' }),
      await credential(learner, { code: 'PSC1' }),
    ];
    expect(answers.map(({ problem }) => problem.errors?.[0]?.pointer)).toEqual([
      '/obtainedOn',
      '/code',
    ]);
  });

  it('is recorded once: a double click, or the same day again, is refused', async () => {
    const learner = await addLearner();
    const answers = await Promise.all([credential(learner), credential(learner)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.problem.errors).toEqual([
      { pointer: '/obtainedOn', message: expect.stringContaining('est déjà enregistrée') },
    ]);
    const where = { personId: learner.personId };
    expect(await app.db.system.credential.count({ where })).toBe(1);
  });

  it('keeps its day once a jury has acquired the block that rests on it (S1:L155, L176)', async () => {
    const learner = await addLearner();
    const { body } = await credential(learner);
    await records.decide(learner, 'B4', 'acquired', '2026-11-20');
    const refused = await credential(learner, { correctsId: body.id, obtainedOn: '2026-11-21' });
    expect(refused.problem.errors).toEqual([
      {
        pointer: '/obtainedOn',
        message: expect.stringContaining(
          'Le bloc B4, acquis au jury du 20 novembre 2026, repose sur cette attestation',
        ),
      },
    ]);
    const issuer = await credential(learner, { correctsId: body.id, issuer: 'CESU 44' });
    expect(issuer.body).toMatchObject({ issuer: 'CESU 44', obtainedOn: '2025-03-04' });
    expect((await credential(learner, { obtainedOn: '2026-11-21' })).status).toBe(200);
  });
});
