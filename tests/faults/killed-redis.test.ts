import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@jalon/api';
import { describe, expect, it, jest } from '@jest/globals';
import { productionEnv, startApiProcess, waitUntil } from '../support/api-process.ts';
import { areAllSent, askForPasswords, deliveriesOf } from '../support/promised-mails.ts';
import { hasRedis, startRedis } from '../support/redis.ts';
import { startSmtpInbox } from '../support/smtp-inbox.ts';
import { TEST_SECRET } from '../support/test-app.ts';
import { createTestDatabase } from '../support/test-database.ts';

jest.setTimeout(300_000);

const withRedis = hasRedis() ? describe : describe.skip;

withRedis(
  'Redis killed in mid-work (kill -9), and all it knew with it (needs redis-server)',
  () => {
    it('the jobs resume from PostgreSQL: every promised mail arrives, none twice', async () => {
      const database = await createTestDatabase();
      const db = new Database(database.ownerUrl, TEST_SECRET, 2);
      const dataDir = await mkdtemp(join(tmpdir(), 'jalon-faults-redis-'));
      let redis = await startRedis();
      let killed: Promise<void> | undefined;
      const inbox = await startSmtpInbox((count) => {
        if (count === 3) killed = redis.kill();
      });
      const api = await startApiProcess({
        ...productionEnv({ databaseUrl: database.ownerUrl, dataDir, smtpUrl: inbox.url }),
        REDIS_URL: redis.url,
        JALON_LOG: 'silent',
      });
      const emails = await askForPasswords(api.url, db);
      await waitUntil(async () => killed !== undefined);
      await killed;
      redis = await startRedis(redis.port);
      await waitUntil(() => areAllSent(db), { seconds: 240 });
      expect(deliveriesOf(inbox, emails)).toEqual(emails.map(() => 1));
      await api.kill('SIGTERM');
      await redis.stop();
      await inbox.close();
      await db.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
  },
);
