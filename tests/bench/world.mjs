import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { prepareDatabase } from '../../ops/migrate.mjs';
import { startPostgres } from '../../ops/postgres.mjs';
import { serverFlags } from '../../ops/server-flags.mjs';
import { idOf } from './seed-centres.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const secret = 'the-secret-of-the-benchmarks';

/**
 * Where the benchmarks run: a PostgreSQL of their own that forces to the disk, databases in it, and
 * the built API as its own process on each.
 * @typedef {Awaited<ReturnType<typeof openWorld>>} World
 */

/**
 * A database with the built API on it.
 * @typedef {object} Site
 * @property {string} databaseUrl as the owner
 * @property {string} url of the API
 * @property {number} pid of the API
 * @property {pg.Client} owner
 * @property {(centreId: string, role: string, personId?: string) => Promise<string>} logIn a cookie
 */

export async function openWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const postgres = await startPostgres({ dataDir });
  /** @type {Map<string, Promise<Site>>} */
  const sites = new Map();
  /** @type {(() => Promise<unknown>)[]} */
  const stops = [];
  let isClosed = false;
  return {
    root,
    /**
     * The site of that name; filled the first time it is asked for.
     * @param {string} name
     * @param {(owner: pg.Client) => Promise<unknown>} fill
     * @param {string} [roles] of its process
     */
    site(name, fill, roles = 'http') {
      const known = sites.get(name);
      if (known) return known;
      const site = openSite(postgres.url, { name, fill, roles }, stops);
      sites.set(name, site);
      return site;
    },
    /**
     * A process of ours that is stopped with the rest.
     * @param {string} script
     * @param {Record<string, string>} env
     */
    startProcess: (script, env) => startProcess(script, env, stops),
    async close() {
      if (isClosed) return;
      isClosed = true;
      for (const stop of stops.reverse()) await stop();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * @param {string} clusterUrl
 * @param {{ name: string, fill: (owner: pg.Client) => Promise<unknown>, roles: string }} wanted
 * @param {(() => Promise<unknown>)[]} stops
 * @returns {Promise<Site>}
 */
async function openSite(clusterUrl, { name, fill, roles }, stops) {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  await admin.query(`create database bench_${name}`);
  await admin.end();
  const address = new URL(clusterUrl);
  address.pathname = `/bench_${name}`;
  const databaseUrl = address.href;
  await prepareDatabase(databaseUrl, secret);
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  stops.push(() => owner.end());
  await fill(owner);
  await owner.query('vacuum analyze');
  const port = await findFreePort();
  const filesDir = mkdtempSync(join(tmpdir(), 'jalon-bench-files-'));
  stops.push(async () => rmSync(filesDir, { recursive: true, force: true }));
  const child = startProcess(
    join(root, 'apps/api/dist/main.js'),
    {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      JALON_SECRET: secret,
      JALON_ROLES: roles,
      JALON_LOG: 'error',
      JALON_HOST: '127.0.0.1',
      JALON_DATA_DIR: filesDir,
      PORT: String(port),
    },
    stops,
    serverFlags,
  );
  const url = `http://127.0.0.1:${port}`;
  await waitForAnswer(`${url}/api/sessions/current`);
  return { databaseUrl, url, pid: child.pid ?? 0, owner, logIn: logInto(owner) };
}

/** @param {pg.Client} owner */
function logInto(owner) {
  let count = 0;
  /** @type {Site['logIn']} */
  return async (centreId, role, personId) => {
    count += 1;
    const userId = idOf(`${centreId}/user/${count}`);
    const person = personId ?? idOf(`${userId}/person`);
    if (!personId)
      await owner.query(
        `insert into person (centre_id, id, given_name, birth_name, match_key)
         values ($1, $2, 'Claire', 'Banc', 'banc claire')`,
        [centreId, person],
      );
    await owner.query(
      'insert into "user" (id, name, email, updated_at) values ($1, $2, $3, now())',
      [userId, 'Claire Banc', `${userId}@bench.example`],
    );
    await owner.query(
      'insert into membership (centre_id, id, user_id, person_id, role) values ($1, $2, $3, $4, $5)',
      [centreId, idOf(`${userId}/membership`), userId, person, role],
    );
    const token = idOf(`${userId}/token`);
    await owner.query(
      `insert into login_session (id, token, user_id, active_centre_id, expires_at, updated_at)
       values ($1, $2, $3, $4, now() + interval '1 day', now())`,
      [idOf(`${userId}/session`), token, userId, centreId],
    );
    const signature = createHmac('sha256', secret).update(token).digest('base64');
    return `jalon.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  };
}

/**
 * @param {string} script
 * @param {Record<string, string>} env
 * @param {(() => Promise<unknown>)[]} stops
 * @param {readonly string[]} [flags] of Node
 */
function startProcess(script, env, stops, flags = []) {
  const child = spawn(process.execPath, [...flags, script], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((settle) => child.once('exit', settle));
  stops.push(async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(5_000)]);
    child.kill('SIGKILL');
  });
  return child;
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((settle) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => settle(port));
    });
  });
}

/** @param {string} url */
async function waitForAnswer(url) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      return await fetch(url);
    } catch {
      await pause(100);
    }
  }
  throw new Error(`${url} does not answer`);
}
