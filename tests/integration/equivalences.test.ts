import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { connectAsApp } from '../support/sql-client.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let certifier: Member;
let stranger: Member;
let former: CohortRecords;
let present: CohortRecords;
let sql: pg.Client;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator');
  certifier = await centre.addMember('certifier');
  stranger = await (await app.addCentre('Autre centre')).addMember('certifier');
  former = await CohortRecords.create(app.db, centre, {
    name: 'Ancienne fiche',
    frameworkCode: 'CQP-AM-2022-AFBB',
    juryOn: null,
  });
  present = await CohortRecords.create(app.db, centre, { name: 'Fiche en vigueur' });
  sql = await connectAsApp(app.ownerUrl, centre.id);
});
afterAll(async () => {
  await sql.end();
  await app.close();
});

/** Somebody who acquired B1 under RNCP 36358 and now follows RNCP 40913. */
let before: RecordedLearner;
let learner: RecordedLearner;
let decisionId: string;
let counter = 0;
beforeEach(async () => {
  counter += 1;
  before = await former.addLearner('Maxime', `Bonnet ${counter}`);
  ({ decisionId } = await former.decide(before, 'B1', 'acquired', '2025-03-20'));
  learner = await present.addLearner('Maxime', 'Bonnet', { personId: before.personId });
});

const ask = (
  more: Record<string, unknown> = {},
  caller = coordinator,
  enrolmentId = learner.enrolmentId,
) =>
  app.call(
    'POST /enrolments/:enrolmentId/equivalences',
    {
      params: { enrolmentId },
      body: {
        decisionId,
        blockCode: 'B1',
        motive: 'Mêmes compétences sous les deux fiches',
        ...more,
      },
    },
    caller,
  );
const answer = (equivalenceId: string, body: Record<string, unknown>, caller = certifier) =>
  app.call('POST /equivalences/:equivalenceId/answer', { params: { equivalenceId }, body }, caller);
const read = async () =>
  (
    await app.call(
      'GET /enrolments/:enrolmentId/equivalences',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    )
  ).body;
const isB1Acquired = async () => {
  const { body } = await app.call(
    'GET /cohorts/:cohortId/board',
    { params: { cohortId: present.id } },
    coordinator,
  );
  const line = body.learners.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
  return line?.cells[0]?.state === 'acquired';
};
const mailsOf = (purpose: string) =>
  app.db.system.mail.count({ where: { centreId: centre.id, purpose } });
/** The last mail written for it. */
const linkOf = async (purpose: string) => {
  const where = { centreId: centre.id, purpose };
  return (await app.db.system.mail.findFirst({ where, orderBy: { createdAt: 'desc' } }))?.text;
};

describe('a block of an earlier version is brought over by the certifier (DOMAIN Q4)', () => {
  it('counts for nothing until it is approved, then is acquired on its first jury’s day', async () => {
    expect((await read()).acquired).toMatchObject([{ decisionId, blockCode: 'B1' }]);
    const told = await mailsOf('equivalence.requested');
    const { body: asked } = await ask();
    expect(asked).toMatchObject({ state: 'requested', answer: null });
    expect(await mailsOf('equivalence.requested')).toBe(told + 1);
    expect(await linkOf('equivalence.requested')).toContain(`/equivalences/${asked.id}`);
    expect(await isB1Acquired()).toBe(false);
    const { body: approved } = await answer(asked.id, { to: 'approved' });
    expect(approved).toMatchObject({ state: 'approved', answer: { answeredOn: '2026-11-23' } });
    expect(await linkOf('equivalence.answered')).toContain(`/apprenants/${learner.enrolmentId}`);
    expect(await isB1Acquired()).toBe(true);
    const { body: panel } = await app.call(
      'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode',
      { params: { cohortId: present.id, enrolmentId: learner.enrolmentId, blockCode: 'B1' } },
      coordinator,
    );
    expect(panel.decisions).toMatchObject([
      { decision: 'acquired', decidedOn: '2025-03-20', carriedFrom: former.framework.title },
    ]);
    const by = { approvedOn: '2026-11-23', approvedBy: certifier.name };
    expect(panel.standsBy?.equivalence).toMatchObject(by);
    const { body: standing } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(standing.acquiredBlocks).toMatchObject([{ code: 'B1', equivalence: by }]);
    expect(standing.readiness.reasons.map(({ facts }) => facts).join(' ')).toContain(
      `par équivalence approuvée le 23 novembre 2026 par ${certifier.name}`,
    );
  });

  it('as another block than its own code when that is what is asked', async () => {
    const { body } = await ask({ blockCode: 'B2' });
    await answer(body.id, { to: 'approved' });
    expect((await read()).blocks.map(({ code }) => code)).not.toContain('B2');
    expect(await isB1Acquired()).toBe(false);
  });

  it('refused with a motive, it counts for nothing and may be asked again', async () => {
    const { body } = await ask();
    expect((await answer(body.id, { to: 'refused' })).status).toBe(422);
    await answer(body.id, { to: 'refused', motive: 'Compétences absentes' });
    expect(await isB1Acquired()).toBe(false);
    expect((await ask()).body.state).toBe('requested');
    expect((await read()).rows.map(({ state }) => state)).toEqual(['requested', 'refused']);
  });

  it('asked twice at once, one is refused', async () => {
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await read()).rows).toHaveLength(1);
  });

  it('asked at once by two enrolments of the same person, one waits for the other', async () => {
    const sister = await CohortRecords.create(app.db, centre, {
      name: `Seconde cohorte ${counter}`,
      like: present,
    });
    const twin = await sister.addLearner('Maxime', 'Bonnet', { personId: before.personId });
    const answers = await Promise.all([ask(), ask({}, coordinator, twin.enrolmentId)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('answered twice at once, the first stands; nobody changes it after', async () => {
    const { body } = await ask();
    const both = await Promise.all([
      answer(body.id, { to: 'approved' }),
      answer(body.id, { to: 'refused', motive: 'Non' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const [row] = (await read()).rows;
    const again = await answer(body.id, { to: 'refused', motive: 'Non' });
    expect(again.status).toBe(422);
    expect((await read()).rows[0]?.state).toBe(row?.state);
  });

  it('only the certifier of the centre answers, only the coordinator asks', async () => {
    expect((await ask({}, certifier)).status).toBe(403);
    const { body } = await ask();
    expect((await answer(body.id, { to: 'approved' }, coordinator)).status).toBe(403);
    expect((await answer(body.id, { to: 'approved' }, stranger)).status).toBe(404);
    expect((await read()).rows[0]?.state).toBe('requested');
  });

  it('not for a decision of somebody else', async () => {
    const other = await former.addLearner('Élodie', `Garnier ${counter}`);
    const theirs = await former.decide(other, 'B2', 'acquired', '2025-03-20');
    expect((await ask({ decisionId: theirs.decisionId })).status).toBe(404);
  });

  it('not for a block refused, nor one whose session is still open', async () => {
    const refused = await former.decide(before, 'B2', 'not_acquired', '2025-03-20');
    const open = await former.decide(before, 'B3', 'acquired', '2025-03-21', false);
    for (const one of [refused, open]) {
      const { status, problem } = await ask({ decisionId: one.decisionId });
      expect([status, problem.errors?.[0]?.pointer]).toEqual([422, '/decisionId']);
    }
  });

  it('what was asked and answered cannot be changed by SQL as the application', async () => {
    const { body } = await ask();
    await answer(body.id, { to: 'approved' });
    const denied = { code: '42501' };
    for (const statement of [
      `update equivalence set block_code = 'B3'`,
      'delete from equivalence',
      `update equivalence_answer set outcome = 'refused'`,
      'delete from equivalence_answer',
    ])
      await expect(sql.query(statement)).rejects.toMatchObject(denied);
  });
});

describe('a block that its own version keeps no longer', () => {
  it('cannot be put to the certifier (DOMAIN 4.4)', async () => {
    const version = await centre.addFramework('CQP-AM-2022-AFBB', (content) => ({
      ...content,
      code: 'CQP-AM-2022-COURT',
      blockRetentionMonths: 12,
    }));
    const short = await CohortRecords.create(app.db, centre, { name: 'Courte', version });
    const again = await short.addLearner('Lina', 'Abadie', { personId: learner.personId });
    const lapsed = await short.decide(again, 'B2', 'acquired', '2025-03-20');
    const refused = await ask({ decisionId: lapsed.decisionId, blockCode: 'B2' });
    expect(refused.problem.errors).toMatchObject([{ pointer: '/decisionId' }]);
  });
});
