import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '@jalon/api';
import { cohortStates, dispensationStates } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { findFreePort } from '../../ops/postgres-server.mjs';
import { type NpmStart, npmStart } from '../support/npm-start.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { TEST_SECRET } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** The seed takes its time on two shared cores. */
const seedPatience = 600_000;
jest.setTimeout(seedPatience + 300_000);

const password = 'jalon-demonstration';
let database: TestDatabase;
let db: Database;
let redis: RedisServer | null;
let dataDir: string;
let port: number;
let jalon: NpmStart;
/** Cohorts of the seed that was cut short. */
let lost: string[];
let begunAt: Date;

const start = (more: Readonly<Record<string, string>> = {}): NpmStart =>
  npmStart(dataDir, port, {
    JALON_DEMO: '1',
    JALON_SECRET: TEST_SECRET,
    DATABASE_URL: database.ownerUrl,
    ...(redis ? { REDIS_URL: redis.url } : {}),
    ...more,
  });

/** A first start killed in the middle of its seed, then the start that a person tries next. */
beforeAll(async () => {
  database = await createTestDatabase();
  db = new Database(database.ownerUrl, TEST_SECRET, 2);
  redis = hasRedis() ? await startRedis() : null;
  dataDir = mkdtempSync(join(tmpdir(), 'jalon-demonstration-'));
  port = await findFreePort();
  lost = await cutFirstStartShort();
  jalon = start();
  await jalon.ready(seedPatience);
  begunAt = (await db.system.demonstration.findFirstOrThrow()).begunAt;
});

afterAll(async () => {
  await stop();
  await redis?.stop();
  await db.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function cutFirstStartShort(): Promise<string[]> {
  jalon = start();
  while ((await db.system.cohort.count()) === 0) {
    if (jalon.npm.exitCode !== null) throw new Error(jalon.output());
    await pause(50);
  }
  process.kill(jalon.starter(), 'SIGKILL');
  jalon.npm.kill('SIGKILL');
  await jalon.ended();
  return (await db.system.cohort.findMany()).map(({ id }) => id);
}

async function stop(): Promise<void> {
  jalon.npm.kill('SIGTERM');
  await jalon.ended();
}

const logIn = (email: string): Promise<Response> =>
  post('/api/sessions', { email, password }, undefined);

const post = (path: string, body: object, cookie: string | undefined): Promise<Response> =>
  fetch(jalon.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });

describe('npm start with the demonstration, on a database and a Redis of one’s own', () => {
  it('does a seed cut short by kill -9 again from nothing, and marks it finished', async () => {
    expect(lost).not.toEqual([]);
    expect(await db.system.cohort.count({ where: { id: { in: lost } } })).toBe(0);
    expect(await db.system.centre.count()).toBe(4);
    expect(await db.system.demonstration.count({ where: { finishedAt: null } })).toBe(0);
  });

  it('shows cohorts in every state, in each of the two centres that teach', async () => {
    for (const slug of ['afbb', 'le-mans']) {
      const cohorts = await db.system.cohort.findMany({ where: { centre: { slug } } });
      expect([...new Set(cohorts.map(({ state }) => state))].sort()).toEqual(
        [...cohortStates].sort(),
      );
    }
  });

  it('shows dispensations in every state, from the draft to the branch’s answer', async () => {
    const dispensations = await db.system.dispensation.findMany();
    expect([...new Set(dispensations.map(({ state }) => state))].sort()).toEqual(
      [...dispensationStates].sort(),
    );
  });

  it('gives the jury member and the tutor of both centres something to do today', async () => {
    for (const name of ['afbb', 'le-mans']) {
      const own = (role: string) => ({
        memberships: { some: { user: { email: `${role}@${name}.example` } } },
      });
      const open = { state: 'open' as const, members: { some: { person: own('jury') } } };
      expect(await db.system.jurySession.count({ where: open })).toBe(1);
      const awaited = { signedAt: null, endedAt: null, tutor: own('tutorat') };
      expect(await db.system.appraisal.count({ where: awaited })).toBeGreaterThan(0);
    }
  });

  it('opens Keyce Santé with its four sites and nothing else', async () => {
    const centre = await db.system.centre.findFirstOrThrow({
      where: { slug: 'keyce-sante' },
      include: { sites: true, _count: { select: { persons: true, cohorts: true, rooms: true } } },
    });
    expect(centre.sites.map(({ name }) => name).sort()).toEqual([
      'Montpellier',
      'Narbonne',
      'Rodez',
      'Toulouse',
    ]);
    expect(centre._count).toEqual({ persons: 0, cohorts: 0, rooms: 0 });
  });

  it('prints one account a role and centre once it is ready, and the office logs in with them', async () => {
    expect(jalon.output()).toContain(`mot de passe : ${password}`);
    const emails = jalon.output().match(/\S+@(afbb|le-mans|jalon)\.example/g) ?? [];
    expect(emails).toHaveLength(15);
    for (const email of ['coordination@afbb.example', 'direction@le-mans.example']) {
      expect(emails).toContain(email);
      expect((await logIn(email)).status).toBe(200);
    }
  });

  it('starts no PostgreSQL beside the one of DATABASE_URL', () => {
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres'))).toEqual([]);
  });

  (hasRedis() ? it : it.skip)('puts its jobs in the Redis of REDIS_URL', async () => {
    const client = new Redis(redis?.url ?? '');
    try {
      expect(await client.keys('bull:*')).not.toEqual([]);
    } finally {
      client.disconnect();
    }
  });

  it('keeps what was done in between when it starts again, and seeds nothing', async () => {
    const entry = await logIn('coordination@afbb.example');
    const cookie = entry.headers.getSetCookie().map((one) => one.split(';')[0]);
    const site = { name: 'Ivry', address: '1 rue Molière, 94200 Ivry-sur-Seine' };
    const added = await post(
      '/api/sites',
      { ...site, holidayZone: 'metropole' },
      cookie.join('; '),
    );
    expect(added.status).toBe(200);
    await stop();

    jalon = start();
    await jalon.ready();

    expect(jalon.output()).not.toContain('Préparation de la démonstration');
    expect(jalon.output()).toContain('coordination@afbb.example');
    expect(await db.system.site.count({ where: site })).toBe(1);
    expect((await db.system.demonstration.findFirstOrThrow()).begunAt).toEqual(begunAt);
  });

  it('refuses the public password with JALON_DEMO=0, and prints no account', async () => {
    await stop();
    jalon = start({ JALON_DEMO: '0' });
    await jalon.ready();
    expect(jalon.output()).not.toContain('@afbb.example');
    expect((await logIn('coordination@afbb.example')).status).toBe(401);
  });
});
