import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@jalon/api';
import { expect, it, jest } from '@jest/globals';
import { prepareDatabase } from '../../ops/migrate.mjs';
import { startPostgres } from '../../ops/postgres.mjs';
import { productionEnv, startApiProcess, waitUntil } from '../support/api-process.ts';
import { areAllSent, askForPasswords, deliveriesOf } from '../support/promised-mails.ts';
import { startSmtpInbox } from '../support/smtp-inbox.ts';
import { TEST_SECRET } from '../support/test-app.ts';

jest.setTimeout(300_000);

it('PostgreSQL killed in mid-work (kill -9): what was acknowledged is there, every mail arrives, none twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jalon-faults-postgres-'));
  let postgres = await startPostgres({ dataDir });
  await prepareDatabase(postgres.url, TEST_SECRET);
  const db = new Database(postgres.url, TEST_SECRET, 2);
  let killed: Promise<unknown> | undefined;
  const inbox = await startSmtpInbox((count) => {
    if (count !== 3) return;
    const [pid] = readFileSync(join(postgres.clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    killed = postgres.exited;
  });
  const api = await startApiProcess({
    ...productionEnv({ databaseUrl: postgres.url, dataDir, smtpUrl: inbox.url }),
    JALON_LOG: 'silent',
  });
  const emails = await askForPasswords(api.url, db);
  await waitUntil(async () => killed !== undefined);
  await killed;
  expect((await fetch(`${api.url}/api/health`)).status).toBe(503);

  postgres = await startPostgres({ dataDir, port: postgres.port });
  await waitUntil(async () => (await fetch(`${api.url}/api/health`)).status === 200);
  // What was acknowledged is each request: the job that answers it writes its mail.
  await waitUntil(async () => (await db.system.mail.count()) === emails.length, {
    seconds: 240,
  });
  await waitUntil(() => areAllSent(db), { seconds: 240 });
  expect(deliveriesOf(inbox, emails)).toEqual(emails.map(() => 1));
  await api.kill('SIGTERM');
  await inbox.close();
  await db.close();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
