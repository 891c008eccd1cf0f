import type { Framework } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsApp } from '../support/sql-client.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner, type TutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let director: Member;
let tutor: Member;
let cohortId: string;
let framework: Framework;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  director = await centre.addMember('director');
  tutor = await centre.addMember('tutor', { givenName: 'Hélène', birthName: 'Ferrand' });
  const version = await centre.addFramework();
  framework = version.content;
  cohortId = await addCohort(app.db, centre, { frameworkVersionId: version.id });
});
afterAll(() => app.close());

const codesOf = (blockCode: string) =>
  framework.blocks.find(({ code }) => code === blockCode)?.competences.map(({ code }) => code) ??
  [];
const allAt = (level: string, blockCode = 'B2') =>
  Object.fromEntries(codesOf(blockCode).map((code) => [code, level]));
const addLearner = (tutorId: string | null = tutor.personId) =>
  addTutoredLearner(app.db, centre, cohortId, { tutorId });

async function request(learner: TutoredLearner, more: Record<string, unknown> = {}) {
  return app.call(
    'POST /appraisals',
    {
      body: {
        cohortId,
        enrolmentIds: [learner.enrolmentId],
        blockCodes: ['B2'],
        dueOn: '2026-12-18',
        label: 'Mi-parcours',
        ...more,
      },
    },
    coordinator,
  );
}

/** A learner whose tutor has been asked about block 2. @returns the appraisal's id */
async function ask(learner: TutoredLearner): Promise<string> {
  await request(learner);
  const row = await app.db.system.appraisal.findFirstOrThrow({
    where: { enrolmentId: learner.enrolmentId, signedAt: null },
  });
  return row.id;
}
const save = (appraisalId: string, body: Record<string, unknown>, by = tutor) =>
  app.call(
    'PUT /tutor/appraisals/:appraisalId',
    { params: { appraisalId }, body: { ratings: {}, comments: {}, comment: '', ...body } },
    by,
  );
const sign = (appraisalId: string, revision: number, confirmedName = tutor.name) =>
  app.call(
    'POST /tutor/appraisals/:appraisalId/signature',
    { params: { appraisalId }, body: { revision, confirmedName } },
    tutor,
  );
async function signWhole(appraisalId: string, level = 'mastered') {
  const { body } = await save(appraisalId, { ratings: allAt(level), revision: 1 });
  return sign(appraisalId, body.revision);
}
const paper = (learner: TutoredLearner, body: Record<string, unknown> = {}) =>
  app.call(
    'POST /enrolments/:enrolmentId/appraisals/paper',
    {
      params: { enrolmentId: learner.enrolmentId },
      body: {
        blockCode: 'B2',
        ratings: allAt('in_progress'),
        comments: {},
        comment: '',
        signedOn: '2026-11-20',
        signerName: 'Dr Ferrand',
        ...body,
      },
    },
    coordinator,
  );

describe('the office asks tutors for appraisals', () => {
  it('writes one mail a tutor, with one single-use link, for all learners and blocks', async () => {
    const own = await centre.addMember('tutor', { givenName: 'Ali', birthName: 'Saïd' });
    const one = await addLearner(own.personId);
    const two = await addLearner(own.personId);
    const answer = await request(one, {
      enrolmentIds: [one.enrolmentId, two.enrolmentId],
      blockCodes: ['B1', 'B2'],
    });
    expect(answer.body).toEqual({ requested: 4, mails: 1, onPaper: 0, skipped: [] });
    const mails = await app.db.system.mail.findMany({ where: { toEmail: own.email } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('/acces/');
    const links = await app.db.system.accessLink.findMany({ where: { personId: own.personId } });
    expect(links.map(({ path }) => path)).toEqual(['/appreciations/a-faire']);
  });

  it('asks for a whole cohort, and says whom it left out and why', async () => {
    const version = await centre.addFramework('CQP-AM-2022-AFBB');
    const cohort = await addCohort(app.db, centre, { frameworkVersionId: version.id });
    await addTutoredLearner(app.db, centre, cohort, { tutorId: tutor.personId });
    await addTutoredLearner(app.db, centre, cohort, { tutorId: null, birthName: 'Sans-Tuteur' });
    const answer = await app.call(
      'POST /appraisals',
      { body: { cohortId: cohort, blockCodes: ['B1'], dueOn: '2026-12-18', label: 'Fin' } },
      coordinator,
    );
    expect(answer.body.requested).toBe(1);
    expect(answer.body.skipped[0]?.reason).toContain('n’a pas de tuteur');
  });

  it('does not ask twice at the same time', async () => {
    const learner = await addLearner();
    await request(learner);
    const again = await request(learner);
    expect(again.body).toMatchObject({ requested: 0, mails: 0 });
    expect(again.body.skipped[0]?.reason).toContain('déjà demandée pour le 18 décembre 2026');
  });

  it('keeps the request of a tutor without address for the paper form', async () => {
    const tutorId = await centre.addPerson('Jean', 'Sans-Mail');
    const answer = await request(await addLearner(tutorId));
    expect(answer.body).toMatchObject({ requested: 1, mails: 0, onPaper: 1 });
  });

  it('refuses a past due day, an unknown block and a label left blank, at the field', async () => {
    const learner = await addLearner();
    const pointerOf = async (more: Record<string, unknown>) =>
      (await request(learner, more)).problem.errors?.[0]?.pointer;
    expect(await pointerOf({ dueOn: '2026-11-01' })).toBe('/dueOn');
    expect(await pointerOf({ dueOn: '2026-02-30' })).toBe('/dueOn');
    expect(await pointerOf({ blockCodes: ['B9'] })).toBe('/blockCodes/0');
    expect(await pointerOf({ label: '  ' })).toBe('/label');
  });

  it('lists what is late first, with where each stands', async () => {
    const other = await app.addCentre();
    const office = await other.addMember('coordinator');
    const asked = await other.addMember('tutor', { givenName: 'Léa', birthName: 'Morin' });
    const cohort = await addCohort(app.db, other);
    const late = await addTutoredLearner(app.db, other, cohort, {
      tutorId: asked.personId,
      birthName: 'Zidi',
    });
    await addTutoredLearner(app.db, other, cohort, { tutorId: asked.personId, birthName: 'Abel' });
    const body = { cohortId: cohort, blockCodes: ['B1'], label: 'Fin' };
    app.clock.set('2026-11-01T09:00:00+01:00');
    await app.call(
      'POST /appraisals',
      { body: { ...body, enrolmentIds: [late.enrolmentId], dueOn: '2026-11-10' } },
      office,
    );
    app.clock.set('2026-11-23T09:00:00+01:00');
    await app.call('POST /appraisals', { body: { ...body, dueOn: '2026-12-01' } }, office);
    const { body: list } = await app.call('GET /appraisals', {}, office);
    expect(list.rows.map(({ learnerName, isLate }) => [learnerName, isLate])).toEqual([
      ['Zidi Maxime', true],
      ['Abel Maxime', false],
    ]);
    expect(list.counts).toEqual({ late: 1, open: 2, signed: 0 });
    const found = await app.call(
      'GET /appraisals',
      { query: { search: 'zidi', state: 'late' } },
      office,
    );
    expect(found.body.total).toBe(1);
  });

  it('takes back a request that nobody answered, not one begun', async () => {
    const withdraw = (appraisalId: string) =>
      app.call('DELETE /appraisals/:appraisalId', { params: { appraisalId } }, coordinator);
    expect((await withdraw(await ask(await addLearner()))).status).toBe(200);
    const begun = await ask(await addLearner());
    const [code = ''] = codesOf('B2');
    await save(begun, { ratings: { [code]: 'mastered' }, revision: 1 });
    expect((await withdraw(begun)).problem.code).toBe('rule_refused');
  });
});

describe('the tutor fills in and signs', () => {
  it('has nothing selected, keeps each tap, and signs when complete', async () => {
    const id = await ask(await addLearner());
    const params = { appraisalId: id };
    const blank = await app.call('GET /tutor/appraisals/:appraisalId', { params }, tutor);
    expect(blank.body).toMatchObject({ learnerName: 'Maxime Bonnet', ratings: {}, comment: '' });
    expect(blank.body.competences.every(({ previous }) => previous === null)).toBe(true);
    const [first = ''] = codesOf('B2');
    const tap = await save(id, { ratings: { [first]: 'in_progress' }, revision: 1 });
    expect(tap.body).toMatchObject({ revision: 2, ratings: { [first]: 'in_progress' } });
    expect((await sign(id, 2)).problem.errors?.[0]?.message).toContain('avant de signer');
    const whole = await save(id, { ratings: allAt('mastered'), revision: 2 });
    const signed = await sign(id, whole.body.revision);
    expect(signed.body.signature).toMatchObject({
      signerName: 'Hélène Ferrand',
      signedOn: '2026-11-23',
      origin: 'tutor',
    });
  });

  it('shows what was signed before as a fact', async () => {
    const learner = await addLearner();
    await signWhole(await ask(learner), 'in_progress');
    const next = await ask(learner);
    const { body } = await app.call(
      'GET /tutor/appraisals/:appraisalId',
      { params: { appraisalId: next } },
      tutor,
    );
    expect(body.ratings).toEqual({});
    expect(body.competences[0]?.previous).toMatchObject({
      level: 'in_progress',
      signedOn: '2026-11-23',
    });
  });

  it('warns of words that let a patient be recognised, and keeps them all the same', async () => {
    const id = await ask(await addLearner());
    const { body } = await save(id, { comment: 'Très bien avec Mme Durand', revision: 1 });
    expect(body.comment).toBe('Très bien avec Mme Durand');
    expect(body.warnings[0]?.message).toContain('secret médical');
  });

  it('refuses another name than the one logged in', async () => {
    const id = await ask(await addLearner());
    const { body } = await save(id, { ratings: allAt('mastered'), revision: 1 });
    const answer = await sign(id, body.revision, 'Camille Coordinatrice');
    expect(answer.problem.errors?.[0]?.pointer).toBe('/confirmedName');
  });

  it('refuses a competence of another block and a level that is not on the scale', async () => {
    const id = await ask(await addLearner());
    const wrongCode = await save(id, { ratings: { 'B1-C1': 'mastered' }, revision: 1 });
    expect(wrongCode.problem.errors?.[0]?.pointer).toBe('/ratings/B1-C1');
    const [code = ''] = codesOf('B2');
    const wrongLevel = await save(id, { ratings: { [code]: 'excellent' }, revision: 1 });
    expect(wrongLevel.problem.errors?.[0]).toMatchObject({
      pointer: `/ratings/${code}`,
      message: 'Choisissez un niveau de l’échelle.',
    });
  });

  it('two people editing the same appraisal: the second gets 409 with the other version', async () => {
    const id = await ask(await addLearner());
    const [code = ''] = codesOf('B2');
    await save(id, { ratings: { [code]: 'mastered' }, comment: 'Première', revision: 1 });
    const second = await save(id, { ratings: { [code]: 'not_acquired' }, revision: 1 });
    expect(second.status).toBe(409);
    expect(second.problem).toMatchObject({
      code: 'edited_meanwhile',
      current: { ratings: { [code]: 'mastered' }, comment: 'Première', revision: 2 },
    });
  });

  it('two saves at the same instant: one stands, the other is told', async () => {
    const id = await ask(await addLearner());
    const answers = await Promise.all([
      save(id, { comment: 'Une', revision: 1 }),
      save(id, { comment: 'Deux', revision: 1 }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('a signed appraisal never changes', () => {
  it('neither on the screen nor by a second signature', async () => {
    const id = await ask(await addLearner());
    await signWhole(id);
    expect((await save(id, { comment: 'Après coup', revision: 3 })).problem.code).toBe(
      'already_signed',
    );
    expect((await sign(id, 3)).problem.code).toBe('already_signed');
  });

  it('nor by SQL, under the role of the application', async () => {
    const id = await ask(await addLearner());
    await signWhole(id);
    const client = await connectAsApp(app.ownerUrl, centre.id);
    const attempts = [
      "update appraisal set comment = 'changé' where id = $1",
      'update appraisal set signed_at = null where id = $1',
      'delete from appraisal where id = $1',
    ];
    for (const statement of attempts)
      await expect(client.query(statement, [id])).rejects.toMatchObject({ code: 'JL001' });
    await client.end();
  });

  it('« Corriger » begins a blank one that takes its place once signed', async () => {
    const id = await ask(await addLearner());
    await signWhole(id, 'in_progress');
    const correct = await app.call(
      'POST /tutor/appraisals/:appraisalId/correction',
      { params: { appraisalId: id } },
      tutor,
    );
    const stillStanding = await app.db.system.appraisal.findFirstOrThrow({ where: { id } });
    expect(stillStanding.supersededById).toBeNull();
    await signWhole(correct.body.id, 'mastered');
    const replaced = await app.db.system.appraisal.findFirstOrThrow({ where: { id } });
    expect(replaced.supersededById).toBe(correct.body.id);
    expect(replaced.ratings).toEqual(allAt('in_progress'));
  });
});

describe('the office types in a form signed on paper', () => {
  it('marks who typed it, and never as the tutor’s own signature', async () => {
    const learner = await addLearner();
    const asked = await ask(learner);
    const { body } = await paper(learner);
    expect(body.id).toBe(asked);
    const sheet = await app.call(
      'GET /appraisals/:appraisalId',
      { params: { appraisalId: body.id } },
      director,
    );
    expect(sheet.body.signature).toMatchObject({
      origin: 'office_paper',
      signerName: 'Dr Ferrand',
      signedOn: '2026-11-20',
      enteredBy: 'Camille coordinator',
    });
  });

  it('asks before it replaces what the tutor began online', async () => {
    const learner = await addLearner();
    const asked = await ask(learner);
    const [code = ''] = codesOf('B2');
    await save(asked, { ratings: { [code]: 'mastered' }, revision: 1 });
    expect((await paper(learner)).problem.detail).toContain('commencé en ligne (1 sur');
    expect((await paper(learner, { replacesDraft: true })).status).toBe(200);
  });

  it('a form older than what stands is history, not the last word', async () => {
    const learner = await addLearner();
    const signed = await ask(learner);
    await signWhole(signed);
    const { body } = await paper(learner, { signedOn: '2026-10-01' });
    const rows = await app.db.system.appraisal.findMany({
      where: { id: { in: [signed, body.id] } },
    });
    const supersededBy = Object.fromEntries(rows.map((row) => [row.id, row.supersededById]));
    expect(supersededBy).toEqual({ [signed]: null, [body.id]: signed });
  });

  it('refuses a date to come, an incomplete form and a form without a name', async () => {
    const learner = await addLearner();
    const pointerOf = async (more: Record<string, unknown>) =>
      (await paper(learner, more)).problem.errors?.[0]?.pointer;
    expect(await pointerOf({ signedOn: '2026-11-24' })).toBe('/signedOn');
    expect(await pointerOf({ ratings: {} })).toBe('/ratings');
    expect(await pointerOf({ signerName: '' })).toBe('/signerName');
    expect(await pointerOf({ blockCode: 'B9' })).toBe('/blockCode');
  });
});

describe('who sees what', () => {
  it('a tutor sees own learners only: another tutor’s appraisal does not exist', async () => {
    const stranger = await centre.addMember('tutor', { givenName: 'Paul', birthName: 'Autre' });
    const id = await ask(await addLearner());
    const params = { appraisalId: id };
    expect(
      (await app.call('GET /tutor/appraisals/:appraisalId', { params }, stranger)).status,
    ).toBe(404);
    expect((await save(id, { revision: 1 }, stranger)).status).toBe(404);
    const list = await app.call('GET /tutor/appraisals', {}, stranger);
    expect(list.body).toEqual({ toDo: [], signed: [] });
  });

  it('another centre’s appraisal does not exist for the office either', async () => {
    const elsewhere = await (await app.addCentre()).addMember('coordinator');
    const params = { appraisalId: await ask(await addLearner()) };
    expect((await app.call('GET /appraisals/:appraisalId', { params }, elsewhere)).status).toBe(
      404,
    );
    expect(
      (await app.call('POST /appraisals/:appraisalId/link', { params }, elsewhere)).status,
    ).toBe(404);
  });

  it('the director reads, and neither asks nor types in', async () => {
    expect((await app.call('GET /appraisals', {}, director)).status).toBe(200);
    const body = { cohortId, blockCodes: ['B1'], dueOn: '2026-12-18', label: 'Fin' };
    expect((await app.call('POST /appraisals', { body }, director)).status).toBe(403);
    expect((await app.call('GET /appraisals', {}, tutor)).status).toBe(403);
  });
});

describe('a change of tutor keeps the history', () => {
  it('the signed stays the first tutor’s; the open one goes blank to the new tutor', async () => {
    const next = await centre.addMember('tutor', { givenName: 'Nora', birthName: 'Suivante' });
    const learner = await addLearner();
    const first = await ask(learner);
    await signWhole(first, 'in_progress');
    const open = await ask(learner);
    const [code = ''] = codesOf('B2');
    await save(open, { ratings: { [code]: 'mastered' }, revision: 1 });
    await app.db.system.employment.updateMany({
      where: { id: learner.employmentId },
      data: { tutorId: next.personId },
    });
    const readAs = (member: Member, appraisalId: string) =>
      app.call('GET /tutor/appraisals/:appraisalId', { params: { appraisalId } }, member);
    expect((await readAs(tutor, open)).status).toBe(404);
    expect((await readAs(tutor, first)).body.signature?.signerName).toBe('Hélène Ferrand');
    const sent = await app.call(
      'POST /appraisals/:appraisalId/link',
      { params: { appraisalId: open } },
      coordinator,
    );
    expect(sent.body).toEqual({ sentTo: next.email, tutorChanged: true });
    const { body } = await readAs(next, open);
    expect(body.ratings).toEqual({});
    expect(body.competences[0]?.previous?.signerName).toBe('Hélène Ferrand');
  });

  it('whoever is no longer the tutor cannot begin a correction', async () => {
    const learner = await addLearner();
    const id = await ask(learner);
    await signWhole(id);
    const next = await centre.addPerson('Nora', 'Suivante');
    await app.db.system.employment.updateMany({
      where: { id: learner.employmentId },
      data: { tutorId: next },
    });
    const answer = await app.call(
      'POST /tutor/appraisals/:appraisalId/correction',
      { params: { appraisalId: id } },
      tutor,
    );
    expect(answer.problem.code).toBe('rule_refused');
  });
});
