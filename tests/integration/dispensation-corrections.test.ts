import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let certifier: Member;
let cohort: CohortRecords;
let learner: RecordedLearner;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('Le Mans');
  coordinator = await centre.addMember('coordinator');
  certifier = await centre.addMember('certifier');
  cohort = await CohortRecords.create(app.db, centre);
});
afterAll(() => app.close());

let counter = 0;
beforeEach(async () => {
  counter += 1;
  learner = await cohort.addLearner('Aminata', `Cissé ${counter}`);
});

const requested = { blockCode: 'B2', moduleCode: null, requestedMinutes: 60 };
const post = (path: string, id: string, body: Record<string, unknown>, caller = coordinator) =>
  app.call(
    `POST /dispensations/:dispensationId/${path}` as 'POST /dispensations/:dispensationId/answer-rectification',
    { params: { dispensationId: id }, body },
    caller,
  );
const ask = () =>
  app.call(
    'POST /enrolments/:enrolmentId/dispensations',
    { params: { enrolmentId: learner.enrolmentId }, body: requested },
    coordinator,
  );
const fileOf = async () => {
  const params = { enrolmentId: learner.enrolmentId };
  return (await app.call('GET /enrolments/:enrolmentId', { params }, coordinator)).body;
};

async function file() {
  const { body } = await ask();
  return (await post('advance', body.id, { revision: 1, to: 'filed', on: '2026-11-02' })).body;
}

async function transmit() {
  const { id } = await file();
  const sent = { revision: 2, to: 'transmitted', on: '2026-11-05', reference: 'D-118' };
  return (await post('advance', id, sent)).body;
}

const letter = { on: '2026-11-20', reference: 'CPNEFP-77' };
const grant = async () =>
  (await post('answer', (await transmit()).id, { revision: 3, to: 'granted', ...letter })).body;

const refusal = {
  ...letter,
  revision: 4,
  to: 'refused',
  motive: 'Titre non reconnu',
  because: 'Courrier d’une autre apprenante',
};
const rectify = (id: string, more: Record<string, unknown> = {}, caller = coordinator) =>
  post('answer-rectification', id, { ...refusal, ...more }, caller);

describe('an answer typed in by mistake is rectified (DOMAIN 5.2)', () => {
  it('the new one takes its place, the hours due follow, both stay readable', async () => {
    const due = (await fileOf()).hours.dueMinutes;
    const { id } = await grant();
    expect((await fileOf()).hours.dueMinutes).toBe(due - 60);
    const { body } = await rectify(id);
    expect(body).toMatchObject({ state: 'refused', grantedMinutes: 0, revision: 5 });
    const { hours, dispensations } = await fileOf();
    expect(hours.dueMinutes).toBe(due);
    expect(dispensations).toMatchObject([
      {
        state: 'refused',
        motive: 'Titre non reconnu',
        formerAnswers: [
          {
            state: 'granted',
            grantedMinutes: 60,
            decidedOn: '2026-11-20',
            reference: 'CPNEFP-77',
            answerTypedIn: true,
            rectifiedOn: '2026-11-23',
            because: 'Courrier d’une autre apprenante',
          },
        ],
      },
    ]);
    const { body: timeline } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(JSON.stringify(timeline)).toContain(
      'Réponse à une dispense rectifiée : dispense refusée',
    );
  });

  it('twice over: each former answer is kept, the last first', async () => {
    const { id } = await grant();
    await rectify(id);
    const none = { revision: 5, to: 'transmitted', on: null, reference: 'D-118', motive: null };
    const { body } = await rectify(id, none);
    expect(body).toMatchObject({ state: 'transmitted', decidedOn: null, answerTypedIn: false });
    expect(body.formerAnswers.map(({ state }) => state)).toEqual(['refused', 'granted']);
  });

  it('two at once: the second gets the first', async () => {
    const { id } = await grant();
    const answers = await Promise.all([
      rectify(id),
      rectify(id, { to: 'partial', grantedMinutes: 30 }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.problem.current).toMatchObject({ revision: 5 });
  });

  it('the database keeps the former answer whatever writes', async () => {
    const { id } = await grant();
    const refused = { state: 'refused', grantedMinutes: 0 } as const;
    await expect(
      app.db.system.dispensation.updateMany({ where: { id }, data: refused }),
    ).rejects.toThrow('its former version kept');
  });

  it('the certifier’s decision is the certifier’s to rectify', async () => {
    const { id } = await transmit();
    await post('decide', id, { revision: 3, to: 'granted' }, certifier);
    const { problem } = await rectify(id);
    expect(problem.detail).toContain('lui seul rectifie sa décision');
    const { on: _, ...decision } = refusal;
    const own = await post('decision-rectification', id, decision, certifier);
    expect(own.body).toMatchObject({ state: 'refused', answerTypedIn: false });
    expect((await post('decision-rectification', id, decision)).status).toBe(403);
  });

  it('no more once a jury has decided the block acquired, or a document states its hours', async () => {
    const { id } = await grant();
    await cohort.decide(learner, 'B2', 'acquired', '2026-11-21');
    const refused = await rectify(id);
    expect(refused.problem).toMatchObject({ code: 'rule_refused' });
    expect(refused.problem.detail).toContain('Le jury du 21 novembre 2026');
    const reference = await rectify(id, { to: 'granted', motive: null, reference: 'CPNEFP-78' });
    expect(reference.body.reference).toBe('CPNEFP-78');
    await app.db.system.certificate.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        kind: 'certificate',
        number: `AM-${counter}`,
        issuedOn: new Date('2026-11-22'),
        decidedOn: new Date('2026-11-21'),
        reasons: [],
        issuedByUserId: coordinator.userId,
      },
    });
    expect((await rectify(id, { revision: 5 })).problem.detail).toContain(`AM-${counter}`);
  });

  it('a block refused by the jury stops nothing: the learner comes back with the right hours', async () => {
    const { id } = await grant();
    await cohort.decide(learner, 'B2', 'not_acquired', '2026-11-21');
    expect((await rectify(id)).status).toBe(200);
  });
});

describe('a request is withdrawn while the branch has not answered', () => {
  const withdraw = (id: string, revision: number, more: Record<string, unknown> = {}) =>
    post('withdrawal', id, { revision, on: '2026-11-22', motive: 'Elle suivra tout', ...more });

  it('filed, it stays in the file and the same hours can be asked again', async () => {
    const { id } = await file();
    const { body } = await withdraw(id, 2);
    expect(body).toMatchObject({
      state: 'withdrawn',
      withdrawnOn: '2026-11-22',
      withdrawalMotive: 'Elle suivra tout',
      nextStates: [],
    });
    expect((await ask()).status).toBe(200);
    expect((await fileOf()).dispensations.map(({ state }) => state)).toEqual([
      'withdrawn',
      'draft',
    ]);
  });

  it('transmitted, the certifier sees it withdrawn and decides it no more', async () => {
    const { id } = await transmit();
    await withdraw(id, 3);
    const { body } = await app.call(
      'GET /dispensations/:dispensationId',
      { params: { dispensationId: id } },
      certifier,
    );
    expect(body.state).toBe('withdrawn');
    const late = await post('decide', id, { revision: 4, to: 'granted' }, certifier);
    expect(late.status).toBe(422);
  });

  it('filed only, the certifier never sees it', async () => {
    const { id } = await file();
    await withdraw(id, 2);
    const params = { dispensationId: id };
    const answer = await app.call('GET /dispensations/:dispensationId', { params }, certifier);
    expect(answer.status).toBe(404);
  });

  it('an answer comes at the same moment: one of the two, and the other reads it', async () => {
    const { id } = await transmit();
    const answers = await Promise.all([
      withdraw(id, 3),
      post('decide', id, { revision: 3, to: 'granted' }, certifier),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('not without a motive, nor once answered', async () => {
    const { id } = await file();
    const bare = await withdraw(id, 2, { motive: ' ' });
    expect(bare.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/motive']);
    await withdraw(id, 2);
    const answered = await grant();
    expect((await withdraw(answered.id, 4)).problem.detail).toContain('se rectifie');
  });
});
