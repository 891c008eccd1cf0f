import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { writeOneOfEach } from './one-of-each.ts';

let app: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  app = await startTestApp();
  owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

/** Identity is global by design; the heartbeat is of the platform. Every other table has a centre. */
const globalTables = [
  'access_request',
  'account',
  'demonstration',
  'login_attempt',
  'login_session',
  'user',
  'verification',
  'worker_heartbeat',
];
const tenantTables = `
  select c.oid, c.relname from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     and c.relname <> all ($1) and c.relname <> '_prisma_migrations'`;
const ask = async (sql: string): Promise<string[]> =>
  (await owner.query(sql, [globalTables])).rows.map(({ name }) => name);

describe('every tenant table is closed by the database itself', () => {
  it('a table without a centre is one of the few that are global by design', async () => {
    expect(
      await ask(`
        select t.relname as name from (${tenantTables}) t where t.relname <> 'centre' and not exists (
          select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'centre_id')`),
    ).toEqual([]);
  });

  it('row-level security is forced on each, for reading and writing', async () => {
    expect(
      await ask(`
        select t.relname as name from (${tenantTables}) t join pg_class c on c.oid = t.oid
         where not (c.relrowsecurity and c.relforcerowsecurity and exists (
           select 1 from pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null))`),
    ).toEqual([]);
  });

  it('every key between tenant rows carries the centre, so that none points into another', async () => {
    expect(
      await ask(`
        select con.conname as name from pg_constraint con join (${tenantTables}) t on t.oid = con.conrelid
         where con.contype = 'f' and con.confrelid::regclass::text not in ('centre', '"user"')
           and not exists (select 1 from pg_attribute a where a.attrelid = con.conrelid
                             and a.attnum = any (con.conkey) and a.attname = 'centre_id')`),
    ).toEqual([]);
  });

  it('the centre leads every primary key', async () => {
    expect(
      await ask(`
        select t.relname as name from pg_index i join (${tenantTables}) t on t.oid = i.indrelid
         where i.indisprimary and t.relname <> 'centre'
           and (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0])
               <> 'centre_id'`),
    ).toEqual([]);
  });

  it('the application’s role may not bypass it, nor read a login', async () => {
    const { rows } = await owner.query(`
      select rolbypassrls, rolsuper, has_table_privilege('jalon_app', 'account', 'select') as account,
             has_table_privilege('jalon_app', 'login_session', 'select') as sessions
        from pg_roles where rolname = 'jalon_app'`);
    expect(rows).toEqual([
      { rolbypassrls: false, rolsuper: false, account: false, sessions: false },
    ]);
  });
});

describe('a connection that goes back to the pool belongs to no centre', () => {
  it('sees nothing before the next actor is bound, also after a failed query', async () => {
    const centre = await app.addCentre();
    const member = await centre.addMember('coordinator');
    await writeOneOfEach(app.db, centre);
    const actor = { ...member, roles: [], sessionId: '' };
    const count = { name: 'count-cohorts', text: 'select count(*)::int as n from cohort' };
    expect(await app.db.read(actor, (query) => query(count))).toEqual([{ n: 1 }]);
    const failing = app.db.read(actor, (query) => query({ name: 'fail', text: 'select 1/0' }));
    await expect(failing).rejects.toThrow(/zero/);
    const nobody = { ...actor, centreId: '' };
    for (let round = 0; round < 4; round += 1)
      expect(await app.db.read(nobody, (query) => query(count))).toEqual([{ n: 0 }]);
  });

  it('a write into another centre is refused by the database', async () => {
    const mine = await app.addCentre();
    const other = await app.addCentre();
    const actor = { ...(await mine.addMember('coordinator')), roles: [], sessionId: '' };
    const write = app.db.run(actor, ({ tx }) =>
      tx.site.create({ data: { centreId: other.id, name: 'X', address: 'X' } }),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

describe('the audit trail', () => {
  it('is a chain per centre that shows where a row was changed behind its back', async () => {
    const centre = await app.addCentre();
    const actor = { ...(await centre.addMember('coordinator')), roles: [], sessionId: '' };
    for (const action of ['site.created', 'site.saved', 'site.saved'])
      await app.db.run(actor, async ({ audit }) => audit({ action, subjectId: centre.siteId }));
    const firstBroken = async () => {
      const { rows } = await owner.query('select jalon.first_broken_audit_link($1) as seq', [
        centre.id,
      ]);
      return rows[0].seq;
    };
    expect(await firstBroken()).toBeNull();
    await owner.query('alter table audit_event disable trigger audit_event_append_only');
    await owner.query(
      `update audit_event set action = 'site.deleted' where centre_id = $1 and seq = 2`,
      [centre.id],
    );
    await owner.query('alter table audit_event enable trigger audit_event_append_only');
    expect(Number(await firstBroken())).toBe(2);
  });

  it('cannot be rewritten, not even by the system role', async () => {
    const rewrite = app.db.system.auditEvent.updateMany({ data: { action: 'x' } });
    await expect(rewrite).rejects.toThrow(/denied/);
  });
});
