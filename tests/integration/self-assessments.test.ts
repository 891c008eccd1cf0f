import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppraisalOffice } from '../support/appraisal-office.ts';
import type { Member } from '../support/centre-builder.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { TutoredLearner } from '../support/tutored-learner.ts';

let office: AppraisalOffice;

beforeAll(async () => {
  office = await AppraisalOffice.start();
});
afterAll(() => office.app.close());

const enterLearner = () => office.enterLearner();

const begin = async ({ enrolmentId }: TutoredLearner, self: Member, blockCode = 'B2') => {
  const params = { enrolmentId };
  return office.app.call(
    'POST /enrolments/:enrolmentId/self-assessments',
    { params, body: { blockCode } },
    self,
  );
};
const read = (selfAssessmentId: string, self: Member) =>
  office.app.call(
    'GET /self-assessments/:selfAssessmentId',
    { params: { selfAssessmentId } },
    self,
  );
const save = (selfAssessmentId: string, body: Record<string, unknown>, self: Member) =>
  office.app.call(
    'PUT /self-assessments/:selfAssessmentId',
    { params: { selfAssessmentId }, body: { ratings: {}, comments: {}, comment: '', ...body } },
    self,
  );
const send = (selfAssessmentId: string, revision: number, self: Member) =>
  office.app.call(
    'POST /self-assessments/:selfAssessmentId/sending',
    { params: { selfAssessmentId }, body: { revision } },
    self,
  );

async function sendWhole(learner: TutoredLearner, self: Member, level: string, comment = '') {
  const { id } = (await begin(learner, self)).body;
  const { revision } = (await read(id, self)).body;
  const saved = await save(id, { ratings: office.allAt(level), comment, revision }, self);
  const sent = await send(id, saved.body.revision, self);
  expect(sent.status).toBe(200);
  return id;
}

describe('a learner’s own word on their competences', () => {
  it('is blank at first, kept at each tap, sent once whole, and one draft at a time', async () => {
    const { learner, self } = await enterLearner();
    const { id } = (await begin(learner, self)).body;
    expect((await begin(learner, self)).body.id).toBe(id);
    expect((await read(id, self)).body).toMatchObject({ ratings: {}, comment: '', sentOn: null });
    const [code = ''] = office.codesOf('B2');
    const draft = await save(id, { ratings: { [code]: 'mastered' }, revision: 1 }, self);
    const early = await send(id, draft.body.revision, self);
    expect(early.problem.errors?.[0]?.pointer).toBe('/ratings');
    const stale = await save(id, { revision: 1 }, self);
    expect([stale.status, stale.problem.code]).toEqual([409, 'edited_meanwhile']);
    const whole = { ratings: office.allAt('in_progress'), revision: draft.body.revision };
    const saved = await save(id, whole, self);
    expect((await send(id, saved.body.revision, self)).body.sentOn).toBe('2026-11-23');
    expect((await send(id, saved.body.revision, self)).status).toBe(200);
    const after = await save(id, { ...whole, revision: saved.body.revision + 1 }, self);
    expect(after.problem.detail).toContain('est envoyée');
  });

  it('sent, it never changes, not even by SQL; the next one takes its place, blank', async () => {
    const { learner, self } = await enterLearner();
    const first = await sendWhole(learner, self, 'in_progress');
    const second = (await begin(learner, self)).body.id;
    expect(second).not.toBe(first);
    const { body } = await read(second, self);
    expect(body.ratings).toEqual({});
    expect(body.competences[0]?.previous).toEqual({ level: 'in_progress', sentOn: '2026-11-23' });
    const client = await connectAsApp(office.app.ownerUrl, office.centre.id);
    for (const statement of [
      `update self_assessment set comment = 'autre' where id = $1`,
      'delete from self_assessment where id = $1',
    ])
      await expect(client.query(statement, [first])).rejects.toMatchObject({
        code: expect.stringMatching(/^(JL001|42501)$/),
      });
    await client.end();
    await sendWhole(learner, self, 'mastered');
    const rows = await office.app.db.system.selfAssessment.findMany({
      where: { enrolmentId: learner.enrolmentId },
    });
    const successorOf = (id: string) => rows.find((row) => row.id === id)?.supersededById;
    expect([successorOf(first), successorOf(second)]).toEqual([second, null]);
  });

  it('is one’s own: another learner’s does not exist, and nobody else writes one', async () => {
    const { learner, self } = await enterLearner();
    const other = (await enterLearner()).self;
    const { id } = (await begin(learner, self)).body;
    expect((await read(id, other)).status).toBe(404);
    expect((await save(id, { revision: 1 }, other)).status).toBe(404);
    expect((await begin(learner, other)).status).toBe(404);
    expect((await begin(learner, office.tutor)).status).toBe(403);
    expect((await begin(learner, office.coordinator)).status).toBe(403);
    await office.app.db.system.enrolment.updateMany({
      where: { id: learner.enrolmentId },
      data: { state: 'withdrawn' },
    });
    const late = await save(id, { revision: 1 }, self);
    expect(late.problem.detail).toContain('Votre formation est finie');
  });
});

describe('what was sent is read beside the tutor’s word', () => {
  it('by the tutor and the coordinator; a draft by nobody', async () => {
    const { learner, self } = await enterLearner();
    const appraisalId = await office.ask(learner);
    const ownOn = async () => (await office.open(appraisalId)).body.competences[0]?.own;
    await begin(learner, self);
    expect(await ownOn()).toBeNull();
    await sendWhole(learner, self, 'in_progress', 'À l’aise au téléphone.');
    expect(await ownOn()).toEqual({ level: 'in_progress', sentOn: '2026-11-23' });
    expect((await office.open(appraisalId)).body.ratings).toEqual({});
    const params = { enrolmentId: learner.enrolmentId };
    const { body } = await office.app.call(
      'GET /enrolments/:enrolmentId/appraisals',
      { params },
      office.coordinator,
    );
    expect(body.selfAssessments).toMatchObject([
      { block: { code: 'B2' }, comment: 'À l’aise au téléphone.' },
    ]);
  });

  it('and counts in nothing: the board and the proposals are what they were', async () => {
    const { learner, self } = await enterLearner();
    const look = async () => {
      const params = { enrolmentId: learner.enrolmentId };
      const standing = await office.app.call(
        'GET /enrolments/:enrolmentId/standing',
        { params },
        office.coordinator,
      );
      const board = await office.app.call(
        'GET /cohorts/:cohortId/board',
        { params: { cohortId: office.cohortId } },
        office.coordinator,
      );
      return [standing.status, standing.body, board.status, board.body];
    };
    const before = await look();
    expect([before[0], before[2]]).toEqual([200, 200]);
    await sendWhole(learner, self, 'mastered');
    expect(await look()).toEqual(before);
    await sendWhole(learner, self, 'not_acquired');
    expect(await look()).toEqual(before);
  });
});
