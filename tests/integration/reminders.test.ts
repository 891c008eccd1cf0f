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
    const { email, id } = await ask('2026-12-07');
    await plan();
    await plan();
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

  it('is quiet once settled', async () => {
    const { email, id } = await ask('2026-12-07');
    await app.db.system.appraisal.updateMany({
      where: { id },
      data: { signedAt: new Date(), signedOn: new Date('2026-11-23'), signerName: 'H. Ferrand' },
    });
    await plan();
    expect(received(email)).toHaveLength(1);
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
