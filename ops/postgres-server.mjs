import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLineOf, isAlive, stopProcess, workingDirectoryOf } from './running-process.mjs';

/** @typedef {Pick<import('./postgres.mjs').EmbeddedPostgres, 'port' | 'exited' | 'stop'>} Launched */

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
export async function launch({ account, clusterDir, logFile, port, durable }) {
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
