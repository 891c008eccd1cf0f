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
      expect.stringMatching(/Pas parti : .*Boîte pleine/),
    );
    smtp.refuse(null);
    await eventually(() => received(email).length === 2, 'the second mail');
    await eventually(
      () => app.db.system.mail.count({ where: { ...where, sentAt: null } }).then((n) => n === 0),
      'the mark',
    );
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
