import { type Framework, marksExpected } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner, type TutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohortId: string;
let framework: Framework;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  const version = await centre.addFramework();
  framework = version.content;
  cohortId = await addCohort(app.db, centre, { frameworkVersionId: version.id });
});
afterAll(() => app.close());

const addLearner = () => addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
const marksOf = (code: string, isSatisfied: boolean) => {
  const assessment = framework.blocks
    .flatMap(({ assessments }) => assessments)
    .find((one) => one.code === code);
  if (!assessment) throw new RangeError(code);
  return Object.fromEntries(marksExpected(assessment).map(({ key }) => [key, isSatisfied]));
};
const save = (
  { enrolmentId }: TutoredLearner,
  more: Record<string, unknown> = {},
  by = coordinator,
) =>
  app.call(
    'PUT /assessment-results',
    {
      body: {
        results: [
          {
            enrolmentId,
            blockCode: 'B1',
            assessmentCode: 'B1-E1',
            attempt: 1,
            expectedId: null,
            heldOn: '2026-11-20',
            marks: marksOf('B1-E1', true),
            assessorName: 'Claire Morvan',
            ...more,
          },
        ],
      },
    },
    by,
  );
const grid = async (by = coordinator, blockCode = 'B1') =>
  app.call(
    'GET /cohorts/:cohortId/assessments/:blockCode',
    { params: { cohortId, blockCode } },
    by,
  );
describe('an épreuve is noted criterion by criterion (DOMAIN 4.1)', () => {
  it('is sat while one is in training: not before the entry, nor after an abandonment', async () => {
    const learner = await addLearner();
    const pointersOf = async (heldOn: string) =>
      (await save(learner, { heldOn })).problem.errors?.map(({ pointer }) => pointer);
    expect(await pointersOf('2026-09-04')).toEqual(['/results/0/heldOn']);
    await app.db.system.enrolment.updateMany({
      where: { id: learner.enrolmentId },
      data: { state: 'withdrawn', endsOn: new Date('2026-11-13') },
    });
    expect(await pointersOf('2026-11-20')).toEqual(['/results/0/heldOn']);
    expect((await save(learner, { heldOn: '2026-11-12' })).status).toBe(200);
  });

  it('is acquired when every targeted competence is mastered', async () => {
    const learner = await addLearner();
    const { body } = await save(learner);
    expect(body.results[0]?.cell).toMatchObject({
      state: 'acquired',
      nextAttempt: null,
      current: { attempt: 1, recordedByName: 'Morvan Claire', isAcquired: true },
    });
  });

  it('written for the wrong learner, it is taken back, and noted anew under the same number', async () => {
    const learner = await addLearner();
    const { body } = await save(learner);
    const resultId = body.results[0]?.cell.current?.id ?? '';
    const remove = (by = coordinator) =>
      app.call(
        'POST /assessment-results/:resultId/removal',
        { params: { resultId }, body: { motive: 'Noté pour la mauvaise personne' } },
        by,
      );
    expect((await remove(await centre.addMember('trainer'))).status).toBe(404);
    const answers = await Promise.all([remove(), remove()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const file = await app.call(
      'GET /enrolments/:enrolmentId/assessments',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    const first = file.body.blocks[0]?.assessments[0];
    expect(first?.cell).toMatchObject({ state: 'missing', current: null, nextAttempt: 1 });
    expect(first?.history).toMatchObject([
      { isSuperseded: true, removedBecause: 'Noté pour la mauvaise personne' },
    ]);
    expect((await save(learner)).body.results[0]?.cell.current?.attempt).toBe(1);
  });

  it('starts blank: nothing is pre-filled', async () => {
    const learner = await addLearner();
    const { body } = await grid();
    const row = body.learners.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
    expect(row?.cells.map(({ state, current }) => [state, current])).toEqual(
      Array.from({ length: 4 }, () => ['missing', null]),
    );
    expect(row?.summary.sentence).toBe('0 épreuve acquise sur 4, il en faut 3 ; 4 à passer.');
  });

  it('is sat again after a failure, as attempt 2; attempt 1 stays', async () => {
    const learner = await addLearner();
    await save(learner, { marks: marksOf('B1-E1', false), heldOn: '2026-11-10' });
    const again = await save(learner, { attempt: 2 });
    expect(again.body.results[0]?.cell).toMatchObject({ state: 'acquired', attemptCount: 2 });
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/assessments',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(body.blocks[0]?.assessments[0]?.history.map(({ isAcquired }) => isAcquired)).toEqual([
      false,
      true,
    ]);
  });

  it('is corrected by a row that supersedes; the first stays readable', async () => {
    const learner = await addLearner();
    const first = await save(learner, { marks: marksOf('B1-E1', false) });
    const expectedId = first.body.results[0]?.cell.current?.id;
    const second = await save(learner, { expectedId, comment: 'Erreur de saisie.' });
    expect(second.body.results[0]?.cell.state).toBe('acquired');
    const rows = await app.db.system.assessmentResult.findMany({
      where: { enrolmentId: learner.enrolmentId },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ supersededById }) => supersededById)).toEqual([rows[1]?.id, null]);
  });
});

describe('what cannot be noted', () => {
  it('a mark that is missing, or that the épreuve does not ask for', async () => {
    const learner = await addLearner();
    const missing = await save(learner, { marks: {} });
    expect(missing.problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/results/0/marks/B1-C1',
    ]);
    const unknown = await save(learner, { marks: { ...marksOf('B1-E1', true), autre: true } });
    expect(unknown.problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/results/0/marks/autre',
    ]);
  });

  it('an épreuve to come, a gap in the attempts, the AFGSU by marks', async () => {
    const learner = await addLearner();
    const answers = [
      await save(learner, { heldOn: '2026-11-24' }),
      await save(learner, { attempt: 2 }),
      await save(learner, { blockCode: 'B4', assessmentCode: 'B4-E6', marks: {} }),
    ];
    expect(answers.map(({ problem }) => problem.errors?.[0]?.pointer)).toEqual([
      '/results/0/heldOn',
      '/results/0/attempt',
      '/results/0/assessment',
    ]);
  });

  it('an impossible day', async () => {
    const answer = await save(await addLearner(), { heldOn: '2026-02-30' });
    expect(answer.problem.errors).toEqual([
      { pointer: '/results/0/heldOn', message: expect.stringContaining('une date qui existe') },
    ]);
  });

  it('a day left empty is asked for, not called impossible', async () => {
    const answer = await save(await addLearner(), { heldOn: '' });
    expect(answer.problem.errors).toEqual([
      { pointer: '/results/0/heldOn', message: 'Indiquez la date.' },
    ]);
  });
});

describe('a result that a tablet kept while the network was down', () => {
  const countOf = ({ enrolmentId }: TutoredLearner) =>
    app.db.system.assessmentResult.count({ where: { enrolmentId } });
  const resultId = () => crypto.randomUUID();
  const sendTwice = ({ enrolmentId }: TutoredLearner, id: string) => {
    const result = {
      resultId: id,
      enrolmentId,
      blockCode: 'B1',
      assessmentCode: 'B1-E1',
      attempt: 1,
      expectedId: null,
      heldOn: '2026-11-20',
      marks: marksOf('B1-E1', true),
      assessorName: 'Claire Morvan',
    };
    return app.call(
      'PUT /assessment-results',
      { body: { results: [result, result] } },
      coordinator,
    );
  };

  it('is written once, however often it is sent, even twice in the same instant', async () => {
    const learner = await addLearner();
    const sent = { resultId: resultId() };
    const [one, other] = await Promise.all([save(learner, sent), save(learner, sent)]);
    const last = await save(learner, sent);
    expect([one.status, other.status, last.status]).toEqual([200, 200, 200]);
    expect(last.body.results[0]?.cell.current?.id).toBe(sent.resultId);
    expect(await countOf(learner)).toBe(1);
    const trail = await app.db.system.auditEvent.findMany({
      where: { subjectId: learner.enrolmentId, action: 'assessment.recorded' },
    });
    expect(trail).toHaveLength(1);
  });

  it('stays written when it is sent again after a correction of it', async () => {
    const learner = await addLearner();
    const sent = { resultId: resultId() };
    await save(learner, sent);
    await save(learner, { expectedId: sent.resultId, marks: marksOf('B1-E1', false) });
    const again = await save(learner, sent);
    expect(again.body.results[0]?.cell.state).toBe('failed');
    expect(await countOf(learner)).toBe(2);
  });

  it('is refused when its number names another result, or twice in one sending', async () => {
    const [learner, other] = [await addLearner(), await addLearner()];
    const sent = { resultId: resultId() };
    await save(learner, sent);
    const clash = await save(other, sent);
    expect([clash.status, clash.problem.code]).toEqual([409, 'already_exists']);
    const changed = await save(learner, { ...sent, comment: 'Autre chose' });
    expect([changed.status, changed.problem.code]).toEqual([409, 'already_exists']);
    expect(await countOf(other)).toBe(0);
    const twice = await sendTwice(other, resultId());
    expect([twice.status, twice.problem.errors?.[0]?.message]).toEqual([
      422,
      'Deux résultats portent le même numéro d’envoi.',
    ]);
  });

  it('loses to what a colleague wrote meanwhile, and both are shown', async () => {
    const learner = await addLearner();
    await save(learner, { assessorName: 'Paul Colin' });
    const late = await save(learner, { resultId: resultId(), marks: marksOf('B1-E1', false) });
    expect([late.status, late.problem.code]).toEqual([409, 'edited_meanwhile']);
    expect(late.problem.current).toMatchObject({ attempts: [{ assessorName: 'Paul Colin' }] });
  });
});

describe('a correction names the attempt that it replaces', () => {
  const standing = async (enrolmentId: string) =>
    (
      await app.db.system.assessmentResult.findMany({
        where: { enrolmentId, supersededById: null },
        orderBy: { assessmentCode: 'asc' },
      })
    ).map(({ assessmentCode, attempt }) => `${assessmentCode} n° ${attempt}`);

  it('never another learner’s, another épreuve’s or another attempt’s: nothing is taken out', async () => {
    const victim = await addLearner();
    const learner = await addLearner();
    const theirs = (await save(victim)).body.results[0]?.cell.current?.id;
    const failed = { marks: marksOf('B1-E1', false), heldOn: '2026-11-10' };
    const own = (await save(learner, failed)).body.results[0]?.cell.current?.id;
    const answers = [
      await save(learner, { attempt: 2, expectedId: theirs }),
      await save(learner, { expectedId: theirs }),
      await save(learner, { attempt: 2, expectedId: own }),
      await save(learner, {
        assessmentCode: 'B1-E2',
        marks: marksOf('B1-E2', true),
        expectedId: own,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
    expect(answers[0]?.problem).toMatchObject({
      code: 'edited_meanwhile',
      current: { attempts: [] },
    });
    expect(await standing(victim.enrolmentId)).toEqual(['B1-E1 n° 1']);
    expect(await standing(learner.enrolmentId)).toEqual(['B1-E1 n° 1']);
  });
});

describe('two people at once', () => {
  it('noting the same attempt: one is kept, the other sees it', async () => {
    const learner = await addLearner();
    const answers = await Promise.all([
      save(learner),
      save(learner, { marks: marksOf('B1-E1', false) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.problem.current).toMatchObject({
      attempts: [{ enrolmentId: learner.enrolmentId, attempt: 1 }],
    });
  });
});

describe('the same attempt twice in one call', () => {
  it('is refused by the database at the commit, as a 409 and never a 500', async () => {
    const { enrolmentId } = await addLearner();
    const result = {
      enrolmentId,
      blockCode: 'B1',
      assessmentCode: 'B1-E1',
      attempt: 1,
      expectedId: null,
      heldOn: '2026-11-20',
      marks: marksOf('B1-E1', true),
      assessorName: 'Claire Morvan',
    };
    const body = { results: [result, result] };
    const answer = await app.call('PUT /assessment-results', { body }, coordinator);
    expect(answer.status).toBe(409);
    expect(answer.problem.detail).toContain('vient d’enregistrer la même chose');
    expect(await app.db.system.assessmentResult.count({ where: { enrolmentId } })).toBe(0);
  });
});

describe('who sees épreuves', () => {
  /** A half-day of a trainer on the path of a learner, of one block. */
  async function teach(
    trainer: Member,
    { enrolmentId }: TutoredLearner,
    run: { blockCode: string; moduleCode: string | null; kind: 'training' | 'evaluation' },
  ) {
    const centreId = centre.id;
    const { id: moduleRunId } = await app.db.system.moduleRun.create({
      data: { centreId, cohortId, ...run },
    });
    await app.db.system.pathRun.create({ data: { centreId, enrolmentId, moduleRunId } });
    await app.db.system.slot.create({
      data: {
        centreId,
        moduleRunId,
        cohortId,
        heldOn: new Date('2026-10-05'),
        halfDay: 'morning',
        startsAt: 540,
        minutes: 210,
        trainerId: trainer.personId,
      },
    });
  }

  it('a trainer sees those they teach, and nobody else’s', async () => {
    const learner = await addLearner();
    const classmate = await addLearner();
    const trainer = await centre.addMember('trainer');
    const stranger = await centre.addMember('trainer');
    await teach(trainer, learner, { kind: 'training', blockCode: 'B1', moduleCode: 'B1-M1' });
    const seen = (await grid(trainer)).body.learners.map(({ enrolmentId }) => enrolmentId);
    expect(seen).toEqual([learner.enrolmentId]);
    expect((await grid(stranger)).body.learners).toEqual([]);
    expect((await save(learner, {}, stranger)).status).toBe(404);
    expect((await save(classmate, {}, trainer)).status).toBe(404);
    expect((await save(learner, {}, trainer)).status).toBe(200);
  });

  it('a trainer marks the épreuves of the blocks they teach; an evaluation slot counts', async () => {
    const learner = await addLearner();
    const trainer = await centre.addMember('trainer');
    await teach(trainer, learner, { kind: 'evaluation', blockCode: 'B1', moduleCode: null });
    const inB2 = {
      blockCode: 'B2',
      assessmentCode: 'B2-E1',
      marks: marksOf('B2-E1', true),
    };
    const refused = await save(learner, inB2, trainer);
    expect(refused.status).toBe(403);
    expect(refused.problem.detail).toContain('Vous n’enseignez pas le bloc B2');
    expect((await grid(trainer, 'B2')).body.learners.map(({ canMark }) => canMark)).toEqual([
      false,
    ]);
    expect((await grid(trainer, 'B1')).body.learners.map(({ canMark }) => canMark)).toEqual([true]);
    expect((await save(learner, {}, trainer)).status).toBe(200);
    expect((await save(learner, inB2)).status).toBe(200);
  });

  it('another centre finds nothing', async () => {
    const learner = await addLearner();
    const elsewhere = await (await app.addCentre('afbb')).addMember('coordinator');
    expect((await grid(elsewhere)).status).toBe(404);
    expect((await save(learner, {}, elsewhere)).status).toBe(404);
  });
});
