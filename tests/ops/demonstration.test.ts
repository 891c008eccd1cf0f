import { Database } from '@jalon/api';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDemonstration } from '../../ops/demonstration.mjs';
import { TEST_SECRET } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  db = new Database(database.ownerUrl, TEST_SECRET, 2);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const open = (isWanted: boolean) =>
  openDemonstration(database.ownerUrl, { isWanted, env: { JALON_SECRET: TEST_SECRET } });

/** The rows that a seed leaves when it is cut short: its mark, a centre, someone, an act. */
async function beginStory(): Promise<string> {
  await db.system.demonstration.create({ data: {} });
  const { id } = await db.system.centre.create({ data: { name: 'afbb', slug: 'afbb' } });
  await addUser('coordination@afbb.example');
  const actor = {
    userId: 'seed',
    centreId: id,
    personId: id,
    name: 'Nadia Benali',
    sessionId: 'seed',
  };
  await db.run({ ...actor, roles: ['coordinator'] }, async ({ audit }) =>
    audit({ action: 'cohort.created', subjectId: id }),
  );
  return id;
}

const addUser = (email: string) =>
  db.system.user.create({ data: { id: email, name: email, email, emailVerified: true } });

async function countRows(): Promise<number> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'",
    );
    const each = rows.map(({ name }) => `(select count(*) from "${name}")`);
    const total = await owner.query<{ n: number }>(`select (${each.join(' + ')})::int as n`);
    return total.rows[0]?.n ?? 0;
  } finally {
    await owner.end();
  }
}

describe('the demonstration of npm start', () => {
  it('is never put into a database that holds a centre', async () => {
    await db.system.centre.create({ data: { name: 'CFA de Tours', slug: 'tours' } });
    expect(await open(true)).toBe(false);
    expect(await db.system.centre.count()).toBe(1);
    expect(await db.system.demonstration.count()).toBe(0);
  });

  it('is there once its seed has finished: nothing is touched', async () => {
    await beginStory();
    await db.system.demonstration.updateMany({ data: { finishedAt: new Date() } });
    const rows = await countRows();
    expect(await open(true)).toBe(true);
    expect(await open(false)).toBe(false);
    expect(await countRows()).toBe(rows);
  });

  it('leaves nothing of a seed cut short, even for a start without it', async () => {
    await beginStory();
    expect(await countRows()).toBeGreaterThan(0);
    expect(await open(false)).toBe(false);
    expect(await countRows()).toBe(0);
  });

  it.each([
    [
      'another centre',
      () => db.system.centre.create({ data: { name: 'CFA de Tours', slug: 'tours' } }),
    ],
    ['a login with a real address', () => addUser('c.morvan@cfa-tours.fr')],
  ])(
    'is refused, and nothing erased, when %s stands beside an unfinished one',
    async (_, addOwn) => {
      await beginStory();
      await addOwn();
      const rows = await countRows();
      await expect(open(true)).rejects.toThrow('démonstration inachevée et autre chose encore');
      expect(await open(false)).toBe(false);
      expect(await countRows()).toBe(rows);
    },
  );

  it('erases no table that is not Jalon’s', async () => {
    await beginStory();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('create table accounting (entry text)');
    await owner.query("insert into accounting values ('kept')");
    await open(false);
    const { rowCount } = await owner.query('select from accounting');
    await owner.end();
    expect(rowCount).toBe(1);
  });
});
