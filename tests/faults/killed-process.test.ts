import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@jalon/api';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type ApiProcess,
  productionEnv,
  startApiProcess,
  waitUntil,
} from '../support/api-process.ts';
import { areAllSent, askForPasswords, deliveriesOf } from '../support/promised-mails.ts';
import { type SmtpInbox, startSmtpInbox } from '../support/smtp-inbox.ts';
import { TEST_SECRET } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

jest.setTimeout(300_000);

let database: TestDatabase;
let db: Database;
let inbox: SmtpInbox;
let dataDir: string;
let api: ApiProcess;
/** What happens when the mail server holds a mail that it has not yet accepted. */
let onArrival: (count: number) => Promise<void> | void = () => {};

const start = () =>
  startApiProcess(productionEnv({ databaseUrl: database.ownerUrl, dataDir, smtpUrl: inbox.url }));

beforeAll(async () => {
  database = await createTestDatabase();
  db = new Database(database.ownerUrl, TEST_SECRET, 2);
  inbox = await startSmtpInbox((count) => onArrival(count));
  dataDir = await mkdtemp(join(tmpdir(), 'jalon-faults-'));
  api = await start();
});
afterAll(async () => {
  await api?.kill('SIGTERM');
  await inbox?.close();
  await db?.close();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('two workers on one queue', () => {
  it('send each mail once', async () => {
    const second = await start();
    const emails = await askForPasswords(api.url, db);
    await waitUntil(() => areAllSent(db), { seconds: 60 });
    await second.kill('SIGTERM');
    expect(deliveriesOf(inbox, emails)).toEqual(emails.map(() => 1));
  });

  it('leave no secret of a link in the database once the mail has left', async () => {
    const mails = await db.system.mail.findMany();
    expect(mails.filter(({ text, html }) => /mot-de-passe\/\w/.test(text + html))).toEqual([]);
    expect(inbox.mails[0]?.text).toMatch(/mot-de-passe\/\w/);
  });
});

describe('API and worker killed in mid-work (kill -9)', () => {
  it('every promised mail arrives once; one that was being sent may come twice, under one id', async () => {
    const dying = api;
    const from = inbox.mails.length;
    let killed: Promise<void> | undefined;
    onArrival = (count) => {
      // The third one has arrived, and its sender will never learn it.
      if (count === from + 3) killed = dying.kill('SIGKILL');
      return killed;
    };
    const emails = await askForPasswords(api.url, db).catch(() => null);
    await waitUntil(async () => killed !== undefined, { seconds: 60 });
    await killed;
    onArrival = () => {};
    const inDoubt = await db.system.mail.findMany({
      where: { sentAt: null, claimedAt: { not: null } },
    });
    expect(inDoubt.length).toBeGreaterThan(0);

    api = await start();
    await waitUntil(() => areAllSent(db), { seconds: 200 });
    for (const email of emails ?? []) {
      const received = inbox.mails.filter(({ to }) => to === email);
      const wasInDoubt = inDoubt.some(({ toEmail }) => toEmail === email);
      expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);
      expect(received.length).toBeLessThanOrEqual(wasInDoubt ? 2 : 1);
    }
    const promised = await db.system.mail.findMany({ select: { toEmail: true } });
    const addresses = promised.map(({ toEmail }) => toEmail);
    expect(deliveriesOf(inbox, addresses).filter((count) => count === 0)).toEqual([]);
  });

  it('SIGTERM ends it in order, within a few seconds', async () => {
    const before = Date.now();
    await api.kill('SIGTERM');
    expect(Date.now() - before).toBeLessThan(10_000);
    api = await start();
  });
});
