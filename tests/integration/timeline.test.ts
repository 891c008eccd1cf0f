import { expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { app, ask, centre, cohortId, coordinator, onBackend, plan } from '../support/mail-room.ts';
import { addTutoredLearner } from '../support/tutored-learner.ts';

const block = 'Suivi du parcours de santé du patient';

onBackend('PostgreSQL', 'the timeline of a learner', () => {
  it('the timeline shows mails, reminders, actions in words, and what is planned', async () => {
    const { learner } = await ask('2026-12-08');
    // The morning after: what was asked for today is not reminded today.
    app.clock.set('2026-11-24T07:00:00+01:00');
    await plan();
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    const titles = body.past.map(({ title }) => title);
    expect(titles).toContain('Mail : Votre appréciation de Maxime Bonnet.');
    expect(titles).toContain(`Relance : Votre appréciation de Maxime Bonnet, ${block}.`);
    expect(titles).toContain(
      `Appréciation demandée au tuteur : bloc B1 (${block}), pour le 8 décembre 2026.`,
    );
    expect(body.planned[0]).toMatchObject({ on: '2026-12-05', recipient: 'au tuteur' });
    const list = await app.call(
      'GET /reminders',
      { query: { kind: 'appraisal_due' } },
      coordinator,
    );
    expect(list.body.rows.map(({ lead }) => lead)).toContainEqual(
      expect.stringContaining('14 jours avant le 8 décembre 2026'),
    );
    const [row] = list.body.rows;
    expect(row).toMatchObject({ state: 'left', failure: null });
    const { left } = list.body.counts;
    await app.db.system.mail.updateMany({
      where: { id: row?.mailId ?? '' },
      data: { sentAt: null, failure: '452 Boîte pleine', givenUpAt: new Date() },
    });
    const after = await app.call(
      'GET /reminders',
      { query: { kind: 'appraisal_due' } },
      coordinator,
    );
    expect(after.body.rows[0]).toMatchObject({ state: 'given_up', failure: '452 Boîte pleine' });
    expect(after.body.counts).toEqual({ left: left - 1, waiting: 0, givenUp: 1 });
    await app.db.system.mail.updateMany({
      where: { id: row?.mailId ?? '' },
      data: { sentAt: new Date(), failure: null, givenUpAt: null },
    });
    app.clock.set('2026-11-23T09:00:00+01:00');
  });

  it('the reminders go on to a second page: no row is missing, none comes twice', async () => {
    const createdAt = new Date('2026-11-23T07:00:00+01:00');
    await app.db.system.reminder.createMany({
      data: Array.from({ length: 501 }, () => ({
        centreId: centre.id,
        kind: 'certificate_to_cpam',
        subjectId: uuidv7(),
        recipientEmail: 'cabinet@cabinet.example',
        lead: '+7d',
        dueOn: new Date('2026-11-16'),
        createdAt,
      })),
    });
    const read = (page: number) =>
      app.call('GET /reminders', { query: { kind: 'certificate_to_cpam', page } }, coordinator);
    const [first, second] = [(await read(1)).body, (await read(2)).body];
    expect([first.total, first.rows.length, second.rows.length]).toEqual([501, 500, 1]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(501);
  });

  it('each act says what happened to what: which épreuve, which result, until when', async () => {
    const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
    const params = { enrolmentId };
    const sit = (number: number, isAcquired: boolean) => ({
      enrolmentId,
      blockCode: 'B1',
      assessmentCode: `B1-E${number}`,
      attempt: 1,
      expectedId: null,
      heldOn: '2026-11-16',
      marks: { [`B1-C${number}`]: isAcquired },
      assessorName: 'Sandrine Petit',
    });
    const results = [sit(1, true), sit(2, false)];
    await app.call('PUT /assessment-results', { body: { results } }, coordinator);
    const afgsu = { code: 'AFGSU1', obtainedOn: '2025-03-04', issuer: 'CESU 72' };
    await app.call(
      'POST /enrolments/:enrolmentId/credentials',
      { params, body: afgsu },
      coordinator,
    );
    await app.call(
      'POST /enrolments/:enrolmentId/dispensations',
      {
        params,
        body: { blockCode: 'B3', moduleCode: null, requestedMinutes: 2100, evidence: 'Titre' },
      },
      coordinator,
    );
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params },
      coordinator,
    );
    expect(body.past.map(({ title }) => title).toSorted()).toEqual([
      'Attestation enregistrée : AFGSU niveau 1, elle expire le 4 mars 2029.',
      'Demande de dispense commencée : bloc B3 (Gestion des risques contaminant et des procédures de sécurité sanitaire), 35 h demandées.',
      'Épreuve notée : épreuve 1 du bloc B1, le 16 novembre 2026, acquise.',
      'Épreuve notée : épreuve 2 du bloc B1, le 16 novembre 2026, non acquise.',
    ]);
    const journal = await app.call('GET /audit-events', { query: {} }, coordinator);
    const acts = journal.body.rows.map(({ act }) => act);
    for (const { title } of body.past)
      expect(acts.filter((act) => title.startsWith(act))).not.toEqual([]);
  });

  it('what still comes after the end of the training is shown: the copy to the CPAM', async () => {
    const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      employerEmail: 'cabinet@medical.example',
    });
    await app.db.system.certificate.create({
      data: {
        centreId: centre.id,
        enrolmentId,
        kind: 'certificate',
        number: `CQP-${enrolmentId}`,
        issuedOn: new Date('2026-11-20'),
        decidedOn: new Date('2026-11-20'),
        reasons: [],
        issuedByUserId: coordinator.userId,
      },
    });
    await app.db.system.enrolment.updateMany({
      where: { id: enrolmentId },
      data: { state: 'completed', endsOn: new Date('2026-11-20') },
    });
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId } },
      coordinator,
    );
    expect(body.planned.map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-11-27', 'certificate_to_cpam'],
      ['2026-12-20', 'certificate_to_cpam'],
    ]);
  });

  it('the timeline of another centre’s learner does not exist', async () => {
    const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
    const elsewhere = await (await app.addCentre()).addMember('coordinator');
    const answer = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId: learner.enrolmentId } },
      elsewhere,
    );
    expect(answer.status).toBe(404);
  });
});
