import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@jalon/api';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ApiProcess, startApiProcess, waitUntil } from '../support/api-process.ts';
import { createCentre } from '../support/centre-builder.ts';
import { type SmtpInbox, startSmtpInbox } from '../support/smtp-inbox.ts';
import { TEST_SECRET } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

jest.setTimeout(180_000);

let database: TestDatabase;
let db: Database;
let inbox: SmtpInbox;
let dataDir: string;
let api: ApiProcess;

const start = () =>
  startApiProcess({
    DATABASE_URL: database.ownerUrl,
    JALON_SECRET: TEST_SECRET,
    JALON_DATA_DIR: dataDir,
    JALON_DEMO: '0',
    SMTP_URL: inbox.url,
  });

beforeAll(async () => {
  database = await createTestDatabase();
  db = new Database(database.ownerUrl, TEST_SECRET, 2);
  inbox = await startSmtpInbox();
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

describe('API and worker killed in mid-work (kill -9)', () => {
  it('every mail that was promised arrives, under one id, once the process is back', async () => {
    const centre = await createCentre(db);
    const trainers = await Promise.all(
      Array.from({ length: 12 }, () => centre.addMember('trainer')),
    );
    const answers = await Promise.all(
      trainers.map(({ email }) =>
        fetch(`${api.url}/api/passwords/requests`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email }),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(trainers.map(() => 200));
    await api.kill('SIGKILL');

    api = await start();
    await waitUntil(async () => (await db.system.mail.count({ where: { sentAt: null } })) === 0, {
      seconds: 120,
    });
    const idsOf = (email: string) =>
      new Set(inbox.mails.filter(({ to }) => to === email).map(({ messageId }) => messageId));
    expect(trainers.map(({ email }) => idsOf(email).size)).toEqual(trainers.map(() => 1));
  });

  it('SIGTERM ends it in order, within a few seconds', async () => {
    const before = Date.now();
    await api.kill('SIGTERM');
    expect(Date.now() - before).toBeLessThan(10_000);
    api = await start();
  });
});
