import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '../../ops/migrate.mjs';
import { startPostgres } from '../../ops/postgres.mjs';

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setUp() {
  if (process.env.JALON_TEST_PG_URL) return;
  const postgres = await startPostgres({
    dataDir: mkdtempSync(join(tmpdir(), 'jalon-tests-')),
    durable: false,
  });
  process.env.JALON_TEST_SECRET = 'test-secret';
  process.env.JALON_TEST_PG_URL = postgres.url;
  globalThis.stopTestPostgres = () => postgres.stop();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('create database jalon_template');
  await client.end();
  const template = new URL(postgres.url);
  template.pathname = '/jalon_template';
  await prepareDatabase(template.toString(), process.env.JALON_TEST_SECRET);
}
