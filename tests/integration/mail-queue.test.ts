import { expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from '../support/eventually.ts';
import {
  app,
  ask,
  centre,
  coordinator,
  onEachBackend,
  plan,
  received,
  smtp,
} from '../support/mail-room.ts';
import { readMailText } from '../support/smtp.ts';

onEachBackend('mails through the queue', () => {
  it('the mail of a request arrives once, by SMTP, with its link', async () => {
    const { email } = await ask('2027-01-29');
    const [mail, ...others] = received(email);
    expect(others).toEqual([]);
    const text = readMailText(mail?.raw ?? '');
    expect(text).toMatch(/http:\/\/localhost:3000\/acces\/[\w-]{43}/);
    // Signed by who asks, with an address to answer to.
    expect(text).toMatch(new RegExp(`${coordinator.name}\\s+afbb\\s+${coordinator.email}`));
  });

  it('a mail that the server refuses says so on its row and in the timeline, until it leaves', async () => {
    const { email, id, learner } = await ask('2027-03-12');
    smtp.refuse('452 Boîte pleine');
    await app.call(
      'POST /appraisals/:appraisalId/link',
      { params: { appraisalId: id } },
      coordinator,
    );
    const where = { toEmail: email, failure: { not: null } };
    await eventually(() => app.db.system.mail.findFirst({ where }), 'the failure');
    const params = { enrolmentId: learner.enrolmentId };
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params },
      coordinator,
    );
    expect(body.past.map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/Pas encore parti : .*Boîte pleine.*deux jours/),
    );
    smtp.refuse(null);
    await eventually(() => received(email).length === 2, 'the second mail');
    await eventually(
      () => app.db.system.mail.count({ where: { ...where, sentAt: null } }).then((n) => n === 0),
      'the mark',
    );
  });

  it('after two days of refusals it is given up and said; sent again by the office, it leaves once', async () => {
    const { email, id, learner } = await ask('2027-03-19');
    const inTwoDays = '2026-11-25T10:00:00+01:00';
    smtp.refuse('452 Boîte pleine');
    const params = { appraisalId: id };
    await app.call('POST /appraisals/:appraisalId/link', { params }, coordinator);
    const where = { toEmail: email, sentAt: null };
    await eventually(
      () => app.db.system.mail.findFirst({ where: { ...where, failure: { not: null } } }),
      'the refusal',
    );
    app.clock.set(inTwoDays);
    const mail = await eventually(
      () => app.db.system.mail.findFirst({ where: { ...where, givenUpAt: { not: null } } }),
      'the end of the tries',
    );
    const mailId = mail.id;
    app.clock.set('2026-11-23T09:00:00+01:00');
    const readEntry = async () => {
      const { enrolmentId } = learner;
      const { body } = await app.call(
        'GET /enrolments/:enrolmentId/timeline',
        { params: { enrolmentId } },
        coordinator,
      );
      return body.past.find((entry) => entry.id === mailId);
    };
    expect(await readEntry()).toMatchObject({
      detail: expect.stringMatching(/Ce mail n’est pas parti : .*Boîte pleine/),
      mailToResend: mailId,
    });
    smtp.refuse(null);
    const resend = () =>
      app.call('POST /mails/:mailId/resend', { params: { mailId } }, coordinator);
    const answers = await Promise.all([resend(), resend()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await eventually(async () => (await readEntry())?.detail.endsWith('Parti.'), 'the mark');
    expect((await resend()).status).toBe(200);
    await plan();
    const again = received(email).filter(({ raw }) => raw.includes(`<${mailId}@jalon>`));
    expect(again).toHaveLength(1);
    expect(
      await app.db.system.auditEvent.count({ where: { action: 'mail.resent', subjectId: mailId } }),
    ).toBe(1);
  });

  it('a job enqueued in a transaction that rolls back never runs', async () => {
    const email = `${uuidv7()}@cabinet.example`;
    const actor = { ...coordinator, roles: ['coordinator'] as const, sessionId: 'test' };
    const mailId = uuidv7();
    const failing = app.db.run(actor, async ({ tx, enqueue: later }) => {
      await tx.mail.create({
        data: {
          centreId: centre.id,
          id: mailId,
          toEmail: email,
          toName: 'Personne',
          subject: 'Jamais',
          text: 'Jamais',
          html: 'Jamais',
          purpose: 'test.never',
        },
      });
      later({ name: 'mail.send', payload: { mailId } });
      await tx.$executeRaw`select 1 / 0`;
    });
    await expect(failing).rejects.toThrow();
    await plan();
    expect(
      await app.db.system.outboxJob.count({
        where: { name: 'mail.send', payload: { equals: { mailId } } },
      }),
    ).toBe(0);
    expect(received(email)).toEqual([]);
  });

  it('a relay killed between handing over and marking hands over again: it is sent once', async () => {
    const { email } = await ask('2027-02-26');
    const mail = await app.db.system.mail.findFirstOrThrow({ where: { toEmail: email } });
    const where = { name: 'mail.send', payload: { equals: { mailId: mail.id } } };
    // As if the process had died before its last statements, for the outbox and the mail alike.
    await app.db.system.mail.updateMany({ where: { id: mail.id }, data: { sentAt: null } });
    await app.db.system.outboxJob.updateMany({ where, data: { sentAt: null } });
    await eventually(async () => {
      const row = await app.db.system.outboxJob.findFirst({ where });
      return row?.sentAt !== null;
    }, 'the relay');
    await app.db.system.mail.updateMany({ where: { id: mail.id }, data: { sentAt: new Date() } });
    await plan();
    expect(received(email)).toHaveLength(1);
  });
});
