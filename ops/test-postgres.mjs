import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';
import { stopLeftoverServer } from './postgres-server.mjs';
import { isAlive } from './running-process.mjs';

const prefix = 'jalon-test-postgres-';

/** The database that tests clone: migrated, empty, never connected to. */
const templateDatabase = 'jalon_template';

/**
 * Starts a PostgreSQL for one run of the tests, with a migrated template database.
 * @param {string} secret from which the roles' passwords are derived
 */
export async function startTestPostgres(secret) {
  await sweepAbandoned();
  const dataDir = join(tmpdir(), `${prefix}${process.pid}`);
  const postgres = await startPostgres({ dataDir, durable: false });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await createTemplate(postgres.url, secret);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: postgres.url, stop };
}

/**
 * @param {string} url
 * @param {string} secret
 */
async function createTemplate(url, secret) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${templateDatabase}`);
    const templateUrl = new URL(url);
    templateUrl.pathname = `/${templateDatabase}`;
    await prepareDatabase(templateUrl.href, secret);
    await client.query(`alter database ${templateDatabase} is_template true`);
  } finally {
    await client.end();
  }
}

/** Ends and removes what a killed run left in the temporary folder. */
async function sweepAbandoned() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    await stopLeftoverServer(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}
