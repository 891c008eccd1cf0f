import { createApp } from '@jalon/api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { type MailServer, readMailText, startMailServer } from '../support/smtp.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let smtp: MailServer;
let app: TestApp;

// An installation that nobody can log in to, and that sends its mails.
beforeAll(async () => {
  smtp = await startMailServer();
  app = await startTestApp({ demonstration: false, runsWorker: true, smtpUrl: smtp.url });
});
afterAll(async () => {
  await app.close();
  await smtp.stop();
});

const adminEmail = 'direction@exemple.fr';
const invitations = () => smtp.received.filter(({ to }) => to.includes(adminEmail));

/** Starts a process of the API that is told whom to make the administrator, and stops it. */
async function startTold(): Promise<void> {
  const told = await createApp(
    { ...app.config, runsWorker: false, adminEmail },
    { clock: app.clock },
  );
  await told.init();
  await told.close();
}

const choose = (token: string) =>
  app.call('POST /passwords', { body: { token, password: 'une phrase assez longue' } });
const tokenOf = (raw: string) => /\/mot-de-passe\/([\w-]+)/.exec(readMailText(raw))?.[1] ?? '';

describe('the first administrator of an installation', () => {
  it('is one, invited by one mail, however many processes start at once, and again later', async () => {
    await Promise.all([startTold(), startTold(), startTold()]);
    await startTold();
    const role = 'platform_admin';
    expect(await app.db.system.membership.count({ where: { role } })).toBe(1);
    await eventually(() => invitations().length > 0, 'the invitation');
    expect(await app.db.system.mail.count({ where: { toEmail: adminEmail } })).toBe(1);
  });

  it('who waits longer than a day asks for another link, and the first one stays dead', async () => {
    const [invitation] = invitations();
    const first = tokenOf(invitation?.raw ?? '');
    // The links' own clock is the machine's: the day goes by in the table.
    const link = await app.db.system.verification.findFirstOrThrow({
      orderBy: { createdAt: 'desc' },
    });
    const lifetime = link.expiresAt.getTime() - link.createdAt.getTime();
    expect(Math.round(lifetime / 60_000)).toBe(24 * 60);
    const expiresAt = new Date(link.expiresAt.getTime() - lifetime);
    await app.db.system.verification.updateMany({ where: { id: link.id }, data: { expiresAt } });
    expect((await choose(first)).problem.code).toBe('link_expired');
    const asked = await app.call('POST /passwords/requests', { body: { email: adminEmail } });
    expect(asked.status).toBe(200);
    await eventually(() => invitations().length === 2, 'another link');
    const second = tokenOf(invitations()[1]?.raw ?? '');
    expect((await choose(second)).status).toBe(200);
    expect((await choose(first)).problem.code).toBe('link_expired');
  });
});
