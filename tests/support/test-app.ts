import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, createApp, Database } from '@jalon/api';
import type { RouteKey } from '@jalon/contract';
import { pino } from 'pino';
import { type Centre, createCentre, type Member } from './centre-builder.ts';
import { type Call, createClient } from './client.ts';
import { TestClock } from './test-clock.ts';
import { createTestDatabase } from './test-database.ts';

export const TEST_SECRET = process.env.JALON_TEST_SECRET ?? 'test-secret';

/** The built web app, for tests that open a browser. */
export const webDist = new URL('../../apps/web/dist', import.meta.url).pathname;

export interface TestApp {
  readonly url: string;
  readonly config: Config;
  readonly clock: TestClock;
  readonly db: Database;
  readonly ownerUrl: string;
  /** A centre with one site, and the frameworks that the test adds. */
  addCentre(name?: string): Promise<Centre>;
  /** Calls the API over HTTP as this member, or as nobody. */
  call: Call;
  as(
    member: Member | null,
  ): <K extends RouteKey>(...args: Parameters<Call<K>>) => ReturnType<Call<K>>;
  close(): Promise<void>;
}

/** The whole application on its own database and a real port. */
export async function startTestApp(more: Partial<Config> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'jalon-test-'));
  const clock = new TestClock();
  const config: Config = {
    port: 0,
    databaseUrl: database.ownerUrl,
    redisUrl: null,
    secret: TEST_SECRET,
    dataDir,
    webDist: null,
    publicUrl: 'http://localhost:3000',
    smtpUrl: null,
    mailFrom: 'Jalon <test@jalon.example>',
    adminEmail: null,
    demonstration: true,
    trustedProxies: 0,
    runsHttp: true,
    runsWorker: false,
    ...more,
  };
  const log = pino({ level: process.env.JALON_LOG ?? 'silent' });
  const app = await createApp(config, { clock, log });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const db = new Database(database.ownerUrl, TEST_SECRET, 2);
  if (config.demonstration) await db.system.demonstration.create({ data: {} });
  const call = createClient(url, TEST_SECRET, db);
  return {
    url,
    config,
    clock,
    db,
    ownerUrl: database.ownerUrl,
    addCentre: (name) => createCentre(db, name),
    call,
    as: (member) => (key, request, caller) => call(key, request, caller ?? member),
    async close() {
      await app.close();
      await db.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type { Centre, Member };
