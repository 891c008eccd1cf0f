import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { applyMigrations, diffWithSchema, prepareDatabase } from '../../ops/migrate.mjs';
import { ensureRoles, roleUrl } from '../../ops/roles.mjs';

const clusterUrl = process.env.JALON_TEST_PG_URL ?? '';
const secret = process.env.JALON_TEST_SECRET ?? '';
let url: string;
let folder: string;

beforeEach(async () => {
  const name = `migrate_${randomBytes(6).toString('hex')}`;
  await query(clusterUrl, `create database ${name}`);
  url = Object.assign(new URL(clusterUrl), { pathname: `/${name}` }).href;
  folder = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
});

afterEach(async () => {
  await query(clusterUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

async function query(on: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

describe('the migrations', () => {
  it('lead to prisma/schema, exactly', async () => {
    await prepareDatabase(url, secret);
    expect(await diffWithSchema(url)).toBe('');
  });

  it('are applied once', async () => {
    expect(await prepareDatabase(url, secret)).not.toEqual([]);
    expect(await prepareDatabase(url, secret)).toEqual([]);
  });

  it('may hold functions, whose bodies hold semicolons', async () => {
    writeMigration(
      '20260101000000_function',
      `create table visit (n int);
       create function count_up() returns trigger language plpgsql as $$
         begin new.n := new.n + 1; return new; end; $$;
       create trigger visit_counts before insert on visit for each row execute function count_up();`,
    );
    expect(await applyMigrations(url, folder)).toEqual(['20260101000000_function']);
    expect(await query(url, 'insert into visit values (1) returning n')).toEqual([{ n: 2 }]);
  });

  it('are undone whole when one statement fails, and block the next ones until someone looks', async () => {
    writeMigration('20260101000000_bad', 'create table half (n int); select 1 / 0;');
    await expect(applyMigrations(url, folder)).rejects.toThrow('division by zero');
    expect(await query(url, "select to_regclass('half') as half")).toEqual([{ half: null }]);
    await expect(applyMigrations(url, folder)).rejects.toThrow('20260101000000_bad');
  });
});

describe('the comparison with prisma/schema', () => {
  it('sees a column that no migration made', async () => {
    await prepareDatabase(url, secret);
    await query(url, 'alter table centre add column stray text');
    expect(await diffWithSchema(url)).toContain('DROP COLUMN "stray"');
  });
});

describe('the database roles', () => {
  it.each([
    ['jalon_app', false],
    ['jalon_system', true],
  ] as const)(
    '%s logs in with its derived password, bypassing row security: %s',
    async (role, bypasses) => {
      await ensureRoles(url, secret);
      const [row] = await query(
        roleUrl(url, role, secret),
        'select rolbypassrls, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
      );
      expect(row).toEqual({
        rolbypassrls: bypasses,
        rolsuper: false,
        rolcreatedb: false,
        rolcreaterole: false,
      });
    },
  );

  it('does not log in with the password of another secret', async () => {
    await ensureRoles(url, secret);
    await expect(query(roleUrl(url, 'jalon_app', 'other'), 'select 1')).rejects.toThrow('password');
  });
});
