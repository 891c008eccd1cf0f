import { describe, expect, it } from '@jest/globals';
import { app, centre, office, openAppraisalOffice, tutor } from '../support/appraisal-office.ts';
import { connectAsApp } from '../support/sql-client.ts';

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

  it('is neither signed, corrected nor typed in any more', async () => {
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
  });
});

describe('a change of tutor keeps the history', () => {
  it('the signed stays the first tutor’s; the tutor in post is asked with a blank sheet (Q5)', async () => {
    const next = await centre.addMember('tutor', { givenName: 'Nora', birthName: 'Suivante' });
    const learner = await office.addLearner();
    const first = await office.ask(learner);
    await office.signWhole(first, 'in_progress');
    const open = await office.ask(learner);
    await office.begin(open);
    await office.changeEmployment(learner, { tutorId: next.personId });
    expect((await office.open(first)).body.signature?.signerName).toBe('Hélène Ferrand');
    const row = await office.rowOf(open);
    expect(row).toMatchObject({
      state: 'to_resend',
      handOverTo: 'Nora Suivante',
      facts: 'Le tuteur a changé : demandez l’appréciation à Nora Suivante.',
    });
    const { body: sent } = await office.sendLink(open);
    expect(sent).toMatchObject({ sentTo: next.email, tutorChanged: true, dueOn: '2026-12-18' });
    const { body } = await office.open(sent.appraisalId, next);
    expect(body).toMatchObject({ ratings: {}, end: null });
    expect(body.competences[0]?.previous?.signerName).toBe('Hélène Ferrand');
  });

  it('what the first tutor had typed is never lost: their request ends and keeps it', async () => {
    const next = await centre.addMember('tutor', { givenName: 'Nora', birthName: 'Suivante' });
    const learner = await office.addLearner();
    const open = await office.ask(learner);
    const { body: draft } = await office.begin(open);
    await office.changeEmployment(learner, { tutorId: next.personId });
    await office.sendLink(open);
    expect((await office.open(open)).body).toMatchObject({
      ratings: draft.ratings,
      end: {
        isFinal: true,
        sentence:
          'Rien n’est plus attendu de vous depuis le 23 novembre 2026 : cette personne a un autre tuteur.',
      },
    });
    expect((await office.save(open, { revision: draft.revision })).problem.code).toBe(
      'rule_refused',
    );
    expect(await office.rowOf(open)).toMatchObject({ state: 'ended', isLate: false });
    const client = await connectAsApp(app.ownerUrl, centre.id);
    for (const statement of [
      "update appraisal set ratings = '{}' where id = $1",
      'delete from appraisal where id = $1',
    ])
      await expect(client.query(statement, [open])).rejects.toMatchObject({ code: 'JL001' });
    await client.end();
  });

  it('whoever is no longer the tutor cannot begin a correction', async () => {
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.signWhole(id);
    const next = await centre.addPerson('Nora', 'Suivante');
    await office.changeEmployment(learner, { tutorId: next });
    expect((await office.correct(id)).problem.code).toBe('rule_refused');
  });
});

describe('a request ends with its employment', () => {
  const ended = { endsOn: new Date('2026-11-22') };

  it('leads its tutor to a page that says why nothing is awaited, never to a 404', async () => {
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.signWhole(id, 'in_progress');
    const open = await office.ask(learner);
    const { body: draft } = await office.begin(open);
    await office.changeEmployment(learner, ended);
    const { status, body } = await office.open(open);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ratings: draft.ratings,
      isLate: false,
      juryOn: null,
      end: {
        isFinal: false,
        sentence:
          'Rien n’est plus attendu de vous : l’emploi de cette personne a pris fin le 22 novembre 2026.',
      },
    });
    expect(body.competences.every(({ previous }) => previous === null)).toBe(true);
    const { body: own } = await app.call('GET /tutor/appraisals', {}, tutor);
    expect(own.toDo.map((row) => row.id)).not.toContain(open);
    for (const answer of [
      await office.save(open, { revision: draft.revision }),
      await office.sign(open, draft.revision),
      await office.correct(id),
    ])
      expect(answer.problem.code).toBe('rule_refused');
  });

  it('still runs on the last day, and again when the day of the end was an error', async () => {
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.changeEmployment(learner, { endsOn: new Date('2026-11-23') });
    expect((await office.open(id)).body.end).toBeNull();
    await office.changeEmployment(learner, ended);
    expect((await office.open(id)).body.end).not.toBeNull();
    await office.changeEmployment(learner, { endsOn: new Date('2027-06-30') });
    expect((await office.begin(id)).status).toBe(200);
  });

  it('nobody else in post: « renvoyer le lien » sends nothing and says what to do', async () => {
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.changeEmployment(learner, ended);
    const mails = () => app.db.system.mail.count({ where: { toEmail: tutor.email } });
    const before = await mails();
    const { status, problem } = await office.sendLink(id);
    expect(status).toBe(422);
    expect(problem.detail).toBe(
      'L’emploi a pris fin le 22 novembre 2026 et aucun autre tuteur n’est en poste : ajoutez-le dans le dossier, avec l’emploi.',
    );
    expect(await mails()).toBe(before);
    expect(await office.rowOf(id)).toMatchObject({ state: 'to_resend', handOverTo: null });
  });

  it('another employment runs: its tutor is asked, with two weeks to answer at least', async () => {
    const next = await centre.addMember('tutor', { givenName: 'Ali', birthName: 'Benali' });
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.changeEmployment(learner, ended);
    const employment = await addEmployment(learner.personId, next.personId);
    app.clock.set('2026-12-15T09:00:00+01:00');
    const { body: sent } = await office.sendLink(id);
    expect(sent).toMatchObject({ sentTo: next.email, tutorChanged: true, dueOn: '2026-12-29' });
    const fresh = await app.db.system.appraisal.findFirstOrThrow({
      where: { id: sent.appraisalId },
    });
    expect(fresh).toMatchObject({ employmentId: employment, tutorId: next.personId });
    expect((await office.open(sent.appraisalId, next)).body.end).toBeNull();
    expect((await office.open(id)).body.end?.isFinal).toBe(true);
    app.clock.set('2026-11-23T09:00:00+01:00');
  });

  it('the same tutor in a new employment goes on with what they had typed', async () => {
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    const { body: draft } = await office.begin(id);
    await office.changeEmployment(learner, ended);
    await addEmployment(learner.personId, tutor.personId);
    const { body: sent } = await office.sendLink(id);
    expect(sent).toMatchObject({ tutorChanged: false, appraisalId: id });
    expect((await office.open(id)).body).toMatchObject({ ratings: draft.ratings, end: null });
  });

  it('asked anew for the whole cohort: the tutor in post gets a request, the old one ends', async () => {
    const next = await centre.addMember('tutor', { givenName: 'Ali', birthName: 'Benali' });
    const learner = await office.addLearner();
    const id = await office.ask(learner);
    await office.changeEmployment(learner, ended);
    await addEmployment(learner.personId, next.personId);
    expect((await office.request(learner)).body).toMatchObject({ requested: 1, skipped: [] });
    expect(await office.rowOf(id)).toMatchObject({
      state: 'ended',
      facts: 'Sans objet depuis le 23 novembre 2026 : l’emploi de cette personne a pris fin.',
    });
  });

  const addEmployment = async (personId: string, tutorId: string) => {
    const { id } = await app.db.system.employment.create({
      data: {
        centreId: centre.id,
        personId,
        employerName: 'Cabinet Benali',
        tutorId,
        hireDate: new Date('2026-11-23'),
      },
    });
    return id;
  };
});
