import { describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  office,
  openAppraisalOffice,
  tutor,
} from '../support/appraisal-office.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

openAppraisalOffice();

describe('the office asks tutors for appraisals', () => {
  it('writes one mail a tutor, with one single-use link, for all learners and blocks', async () => {
    const own = await centre.addMember('tutor', { givenName: 'Ali', birthName: 'Saïd' });
    const one = await office.addLearner(own.personId);
    const two = await office.addLearner(own.personId);
    const answer = await office.request(one, {
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
    const learner = await office.addLearner();
    await office.request(learner);
    const again = await office.request(learner);
    expect(again.body).toMatchObject({ requested: 0, mails: 0 });
    expect(again.body.skipped[0]?.reason).toContain('déjà demandée pour le 18 décembre 2026');
  });

  it('two clicks at the same instant ask once: the second says that it is asked already', async () => {
    const learner = await office.addLearner();
    const answers = await Promise.all([office.request(learner), office.request(learner)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.requested).toSorted()).toEqual([0, 1]);
  });

  it('keeps the request of a tutor without address for the paper form', async () => {
    const tutorId = await centre.addPerson('Jean', 'Sans-Mail');
    const answer = await office.request(await office.addLearner(tutorId));
    expect(answer.body).toMatchObject({ requested: 1, mails: 0, onPaper: 1 });
  });

  it('refuses a past due day, an unknown block and a label left blank, at the field', async () => {
    const learner = await office.addLearner();
    const pointerOf = async (more: Record<string, unknown>) =>
      (await office.request(learner, more)).problem.errors?.[0]?.pointer;
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
    expect(list.counts).toEqual({ late: 1, open: 2, signed: 0, ended: 0 });
    const found = await app.call(
      'GET /appraisals',
      { query: { search: 'zidi', state: 'late' } },
      office,
    );
    expect(found.body.total).toBe(1);
  });

  it('takes back a request, begun or not: its link says so, and it leaves what is awaited', async () => {
    const id = await office.ask(await office.addLearner());
    expect((await office.withdraw(id)).body).toEqual({ done: true, isTutorTold: false });
    expect(await office.rowOf(id)).toMatchObject({
      state: 'ended',
      facts: 'Sans objet depuis le 23 novembre 2026 : le centre a retiré sa demande.',
    });
    const { status, body } = await office.open(id);
    expect(status).toBe(200);
    expect(body.end?.sentence).toBe(
      'Rien n’est plus attendu de vous depuis le 23 novembre 2026 : le centre a retiré sa demande.',
    );
    expect((await office.withdraw(id)).status).toBe(422);
    expect((await office.sendLink(id)).status).toBe(422);
  });

  it('a request begun keeps what the tutor typed when it is taken back, and they are told', async () => {
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    const { body: draft } = await office.begin(id);
    expect((await office.withdraw(id)).body).toEqual({ done: true, isTutorTold: true });
    expect((await office.open(id)).body.ratings).toEqual(draft.ratings);
    const told = await app.db.system.mail.findFirstOrThrow({
      where: { toEmail: tutor.email, purpose: 'appraisal.ended' },
    });
    expect(told.subject).toBe('Votre appréciation de Maxime Bonnet n’est plus attendue');
    expect(told.text).toContain('Ce que vous aviez écrit est gardé.');
    expect(told.text).not.toContain('/acces/');
    // The block may be asked about again, on a blank sheet beside the first one.
    const again = await office.ask(learner);
    expect(again).not.toBe(id);
  });
});
