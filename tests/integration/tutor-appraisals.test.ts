import { describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  office,
  openAppraisalOffice,
  tutor,
} from '../support/appraisal-office.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { Member } from '../support/test-app.ts';

openAppraisalOffice();

describe('the tutor fills in and signs', () => {
  it('has nothing selected, keeps each tap, and signs when complete', async () => {
    const id = await office.ask(await office.addLearner());
    const params = { appraisalId: id };
    const blank = await app.call('GET /tutor/appraisals/:appraisalId', { params }, tutor);
    expect(blank.body).toMatchObject({ learnerName: 'Maxime Bonnet', ratings: {}, comment: '' });
    expect(blank.body.competences.every(({ previous }) => previous === null)).toBe(true);
    const [first = ''] = office.codesOf('B2');
    const tap = await office.save(id, { ratings: { [first]: 'in_progress' }, revision: 1 });
    expect(tap.body).toMatchObject({ revision: 2, ratings: { [first]: 'in_progress' } });
    expect((await office.sign(id, 2)).problem.errors?.[0]?.message).toContain('avant de signer');
    const whole = await office.save(id, { ratings: office.allAt('mastered'), revision: 2 });
    const signed = await office.sign(id, whole.body.revision);
    expect(signed.body.signature).toMatchObject({
      signerName: 'Hélène Ferrand',
      signedOn: '2026-11-23',
      origin: 'tutor',
    });
  });

  it('shows what was signed before as a fact', async () => {
    const learner = await office.addLearner();
    await office.signWhole(await office.ask(learner), 'in_progress');
    const next = await office.ask(learner);
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
    const id = await office.ask(await office.addLearner());
    const { body } = await office.save(id, { comment: 'Très bien avec Mme Durand', revision: 1 });
    expect(body.comment).toBe('Très bien avec Mme Durand');
    expect(body.warnings[0]?.message).toContain('secret médical');
  });

  it('refuses another name than the one logged in', async () => {
    const id = await office.ask(await office.addLearner());
    const { body } = await office.save(id, { ratings: office.allAt('mastered'), revision: 1 });
    const answer = await office.sign(id, body.revision, 'Camille Coordinatrice');
    expect(answer.problem.errors?.[0]?.pointer).toBe('/confirmedName');
  });

  it('refuses a competence of another block and a level that is not on the scale', async () => {
    const id = await office.ask(await office.addLearner());
    const wrongCode = await office.save(id, { ratings: { 'B1-C1': 'mastered' }, revision: 1 });
    expect(wrongCode.problem.errors?.[0]?.pointer).toBe('/ratings/B1-C1');
    const [code = ''] = office.codesOf('B2');
    const wrongLevel = await office.save(id, { ratings: { [code]: 'excellent' }, revision: 1 });
    expect(wrongLevel.problem.errors?.[0]).toMatchObject({
      pointer: `/ratings/${code}`,
      message: 'Choisissez un niveau de l’échelle.',
    });
  });

  it('two people editing the same appraisal: the second gets 409 with the other version', async () => {
    const id = await office.ask(await office.addLearner());
    const [code = ''] = office.codesOf('B2');
    await office.save(id, { ratings: { [code]: 'mastered' }, comment: 'Première', revision: 1 });
    const second = await office.save(id, { ratings: { [code]: 'not_acquired' }, revision: 1 });
    expect(second.status).toBe(409);
    expect(second.problem).toMatchObject({
      code: 'edited_meanwhile',
      current: { ratings: { [code]: 'mastered' }, comment: 'Première', revision: 2 },
    });
  });

  it('two saves at the same instant: one stands, the other is told', async () => {
    const id = await office.ask(await office.addLearner());
    const answers = await Promise.all([
      office.save(id, { comment: 'Une', revision: 1 }),
      office.save(id, { comment: 'Deux', revision: 1 }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('a signed appraisal never changes', () => {
  it('neither on the screen nor by a second tap on « Signer », which finds it signed', async () => {
    const id = await office.ask(await office.addLearner());
    const first = await office.signWhole(id);
    expect((await office.save(id, { comment: 'Après coup', revision: 3 })).problem.code).toBe(
      'already_signed',
    );
    const again = await office.sign(id, 3);
    expect(again.status).toBe(200);
    expect(again.body.signature).toEqual(first.body.signature);
  });

  it('nor by SQL, under the role of the application', async () => {
    const id = await office.ask(await office.addLearner());
    await office.signWhole(id);
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
    const id = await office.ask(await office.addLearner());
    await office.signWhole(id, 'in_progress');
    const correct = await app.call(
      'POST /tutor/appraisals/:appraisalId/correction',
      { params: { appraisalId: id } },
      tutor,
    );
    const stillStanding = await app.db.system.appraisal.findFirstOrThrow({ where: { id } });
    expect(stillStanding.supersededById).toBeNull();
    await office.signWhole(correct.body.id, 'mastered');
    const replaced = await app.db.system.appraisal.findFirstOrThrow({ where: { id } });
    expect(replaced.supersededById).toBe(correct.body.id);
    expect(replaced.ratings).toEqual(office.allAt('in_progress'));
  });
});

describe('two people at once', () => {
  it('« Corriger » touched twice begins one draft', async () => {
    const id = await office.ask(await office.addLearner());
    await office.signWhole(id);
    const [one, other] = await Promise.all([office.correct(id), office.correct(id)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.id).toBe(other.body.id);
  });

  it('what the database alone could refuse is a 409, never a 500', async () => {
    const id = await office.ask(await office.addLearner());
    // The sheet is signed elsewhere between the moment it is read and the note that it was opened.
    const rival = await connectAsApp(app.ownerUrl, centre.id);
    await rival.query('begin');
    await rival.query(
      "update appraisal set signed_at = now(), signed_on = '2026-11-23' where id = $1",
      [id],
    );
    const params = { appraisalId: id };
    const answer = app.call('GET /tutor/appraisals/:appraisalId', { params }, tutor);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rival.query('commit');
    await rival.end();
    const { status, problem } = await answer;
    expect(status).toBe(409);
    expect(problem.detail).toContain('vient d’être signé');
  });
});

describe('a block that a jury has acquired keeps the appraisals that led to it (S1:L176)', () => {
  const acquire = async (enrolmentId: string) => {
    const { centreId, cohort } = await app.db.system.enrolment.findFirstOrThrow({
      where: { id: enrolmentId },
      include: { cohort: true },
    });
    const session = { heldOn: new Date('2026-11-20'), place: 'Salle 2' };
    const { frameworkVersionId } = cohort;
    const jury = await app.db.system.jurySession.create({
      data: { centreId, frameworkVersionId, ...session, state: 'open' },
    });
    await app.db.system.juryDecision.create({
      data: {
        centreId,
        jurySessionId: jury.id,
        enrolmentId,
        blockCode: 'B2',
        decision: 'acquired',
        proposal: 'acquired',
        proposalReasons: [],
        decidedByUserId: 'test',
        heldOn: session.heldOn,
      },
    });
    await app.db.system.jurySession.update({
      where: { centreId_id: { centreId, id: jury.id } },
      data: { state: 'closed', closedAt: session.heldOn },
    });
  };

  it('is neither signed, corrected nor typed in any more, and leaves the tutor’s list', async () => {
    const learner = await office.addLearner();
    const signed = await office.ask(learner);
    await office.signWhole(signed);
    const open = await office.ask(learner);
    const { body: draft } = await office.save(open, {
      ratings: office.allAt('not_acquired'),
      revision: 1,
    });
    await acquire(learner.enrolmentId);
    const answers = [
      await office.sign(open, draft.revision),
      await office.correct(signed),
      await office.paper(learner, { replacesRevision: draft.revision }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(answers[0]?.problem.detail).toContain('décidé ce bloc acquis le 20 novembre 2026');
    expect(answers[2]?.problem.errors?.[0]?.pointer).toBe('/blockCode');
    const { body: own } = await app.call('GET /tutor/appraisals', {}, tutor);
    expect(own.toDo.map(({ id }) => id)).not.toContain(open);
  });
});

describe('a change of tutor keeps the history', () => {
  it('the signed stays the first tutor’s; the open one goes blank to the new tutor', async () => {
    const next = await centre.addMember('tutor', { givenName: 'Nora', birthName: 'Suivante' });
    const learner = await office.addLearner();
    const first = await office.ask(learner);
    await office.signWhole(first, 'in_progress');
    const open = await office.ask(learner);
    const [code = ''] = office.codesOf('B2');
    await office.save(open, { ratings: { [code]: 'mastered' }, revision: 1 });
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
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.signWhole(id);
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
