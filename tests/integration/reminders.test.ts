import { expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import {
  app,
  ask,
  centre,
  cohortId,
  coordinator,
  onEachBackend,
  plan,
  planOn,
  received,
} from '../support/mail-room.ts';
import { readMailText } from '../support/smtp.ts';
import { addTutoredLearner } from '../support/tutored-learner.ts';

onEachBackend('reminders through the queue', () => {
  it('each reminder goes once per recipient and lead, however often the plan runs', async () => {
    const { email, id } = await ask('2026-12-08');
    // Asked for this very morning: a reminder on top would be the same mail again.
    await plan();
    expect(received(email)).toHaveLength(1);
    await planOn('2026-11-24T07:00:00+01:00', '2026-11-24T08:00:00+01:00');
    expect(received(email)).toHaveLength(2);
    const rows = await app.db.system.reminder.findMany({ where: { subjectId: id } });
    expect(rows.map(({ kind, lead }) => [kind, lead])).toEqual([['appraisal_due', '-14d']]);
    expect(readMailText(received(email)[1]?.raw ?? '')).toContain('/acces/');
  });

  it('the next lead goes on its own day, then the coordinator is told', async () => {
    const { email, id } = await ask('2026-12-08');
    const leadsOf = async () => {
      const rows = await app.db.system.reminder.findMany({
        where: { subjectId: id },
        orderBy: { createdAt: 'asc' },
      });
      return rows.map(({ lead, recipientEmail }) => [lead, recipientEmail]);
    };
    const days = ['2026-12-05', '2026-12-11', '2026-12-15'];
    await planOn(...days.map((day) => `${day}T07:00:00+01:00`));
    expect(await leadsOf()).toEqual([
      ['-3d', email],
      ['+3d', email],
      ['+7d', coordinator.email],
    ]);
  });

  it('tells who shares a tutor’s address how to get in or answer, and the office what to do', async () => {
    const { email } = await ask('2026-12-08');
    const tutorId = await centre.addPerson('Marc', 'Associé', { email });
    const { enrolmentId } = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
    const body = {
      cohortId,
      enrolmentIds: [enrolmentId],
      blockCodes: ['B1'],
      dueOn: '2026-12-08',
      label: 'Fin',
    };
    await app.call('POST /appraisals', { body }, coordinator);
    await planOn('2026-12-05T07:00:00+01:00', '2026-12-15T07:00:00+01:00');
    const { id } = await app.db.system.appraisal.findFirstOrThrow({ where: { enrolmentId } });
    const rows = await app.db.system.reminder.findMany({
      where: { subjectId: id },
      orderBy: { createdAt: 'asc' },
      include: { mail: true },
    });
    const textTo = (address: string) =>
      rows.find(({ recipientEmail }) => recipientEmail === address)?.mail?.text;
    const toTutor = textTo(email);
    const toOffice = textTo(coordinator.email);
    expect(toTutor).toContain('Bonjour Marc Associé');
    expect(toTutor).toContain('Donnez une adresse mail à vous à la personne qui signe');
    expect(toTutor).toContain(coordinator.email);
    expect(toTutor).not.toContain('sans mot de passe');
    expect(toTutor).not.toContain('/acces/');
    expect(toOffice).toContain('Marc Associé a la même adresse mail qu’un autre tuteur');
    expect(toOffice).toContain('/appreciations');
  });

  it('one mail a tutor for all that is awaited of them, however many sheets', async () => {
    const { email, id } = await ask('2026-12-08');
    const { enrolmentId } = await app.db.system.appraisal.findFirstOrThrow({ where: { id } });
    const body = { cohortId, enrolmentIds: [enrolmentId], dueOn: '2026-12-08', label: 'Fin' };
    await app.call('POST /appraisals', { body: { ...body, blockCodes: ['B2'] } }, coordinator);
    await planOn('2026-12-05T07:00:00+01:00');
    expect(received(email)).toHaveLength(3);
    const text = readMailText(received(email)[2]?.raw ?? '');
    expect(text).toContain('/acces/');
    const rows = await app.db.system.reminder.findMany({
      where: { recipientEmail: email, lead: '-3d' },
      include: { mail: true },
    });
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ mailId }) => mailId)).size).toBe(1);
    expect(rows[0]?.mail?.text.match(/attendue pour le 8 décembre 2026/g)).toHaveLength(2);
  });

  it('is quiet once settled', async () => {
    const { email, id } = await ask('2026-12-08');
    await app.db.system.appraisal.updateMany({
      where: { id },
      data: { signedAt: new Date(), signedOn: new Date('2026-11-23'), signerName: 'H. Ferrand' },
    });
    await planOn('2026-11-24T07:00:00+01:00');
    expect(received(email)).toHaveLength(1);
  });

  it('stops with the employment of the tutor: the coordinator is told whom to ask instead', async () => {
    const { email, id, learner } = await ask('2026-12-08');
    const next = await centre.addPerson('Nora', 'Suivante', { email: `${uuidv7()}@a.example` });
    await app.db.system.employment.updateMany({
      where: { id: learner.employmentId },
      data: { endsOn: new Date('2026-11-30') },
    });
    await app.db.system.employment.create({
      data: {
        centreId: centre.id,
        personId: learner.personId,
        employerName: 'Cabinet Suivante',
        tutorId: next,
        hireDate: new Date('2026-12-01'),
      },
    });
    await planOn('2026-12-05T07:00:00+01:00', '2026-12-11T07:00:00+01:00');
    expect(received(email)).toHaveLength(1);
    await planOn('2026-12-15T07:00:00+01:00');
    const rows = await app.db.system.reminder.findMany({
      where: { subjectId: id },
      include: { mail: true },
    });
    expect(rows.map(({ recipientEmail }) => recipientEmail)).toEqual([coordinator.email]);
    expect(rows[0]?.mail?.text).toContain(
      'L’emploi a pris fin le 30 novembre 2026 : demandez l’appréciation à Nora Suivante.',
    );
  });

  it('is quiet once the request is without object, and no mail ever leads to a 404', async () => {
    const { email, id } = await ask('2026-12-08');
    const params = { appraisalId: id };
    await planOn('2026-12-05T07:00:00+01:00');
    expect(received(email)).toHaveLength(2);
    await app.call('DELETE /appraisals/:appraisalId', { params }, coordinator);
    await planOn('2026-12-11T07:00:00+01:00', '2026-12-15T07:00:00+01:00');
    expect(received(email)).toHaveLength(2);
    const token = /\/acces\/([\w-]+)/.exec(readMailText(received(email)[1]?.raw ?? ''))?.[1];
    const opened = await fetch(`${app.url}/api/access-links/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(await opened.json()).toMatchObject({ path: `/appreciations/${id}` });
    const page = await fetch(`${app.url}/api/tutor/appraisals/${id}`, {
      headers: { cookie: opened.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
    });
    expect(page.status).toBe(200);
    expect(await page.json()).toMatchObject({
      end: { sentence: expect.stringContaining('le centre a retiré sa demande') },
    });
  });

  it('a deadline binds the employer: they are written to, in those words, without a link', async () => {
    const employerEmail = `${uuidv7()}@cabinet.example`;
    await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      employerEmail,
      hireDate: '2025-02-23',
      birthName: 'Échéance',
    });
    await plan();
    const [mail] = received(employerEmail);
    const text = readMailText(mail?.raw ?? '');
    expect(text).toContain('engage le médecin employeur');
    expect(text).not.toContain('/acces/');
  });

  it('a deadline that a suspension moves starts its reminders afresh', async () => {
    const employerEmail = `${uuidv7()}@cabinet.example`;
    const learner = await addTutoredLearner(app.db, centre, cohortId, {
      tutorId: null,
      employerEmail,
      hireDate: '2025-02-23',
    });
    await plan();
    await app.call(
      'POST /employments/:employmentId/suspensions',
      {
        params: { employmentId: learner.employmentId },
        body: { fromOn: '2026-01-01', toOn: '2026-01-31', motive: 'Arrêt de travail' },
      },
      coordinator,
    );
    await plan();
    expect(received(employerEmail)).toHaveLength(1);
    await planOn('2026-12-26T07:00:00+01:00');
    const rows = await app.db.system.reminder.findMany({
      where: { subjectId: learner.employmentId, recipientEmail: employerEmail },
      orderBy: { dueOn: 'asc' },
    });
    expect(rows.map(({ dueOn, lead }) => [dueOn.toISOString().slice(0, 10), lead])).toEqual([
      ['2027-02-23', '-3m'],
      ['2027-03-26', '-3m'],
    ]);
  });
});
