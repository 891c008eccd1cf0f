import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../../ops/postgres-server.mjs';
import { root } from '../../ops/repository.mjs';
import { atMost, told } from './figure.mjs';

/** What the first start does once: it installs, builds and tells the demonstration. */
const patience = 900_000;

/**
 * `npm start` as a person runs it, twice on one folder of data: how long the second takes until it
 * says that it is ready, on what the first has kept. The first is told beside it.
 */
export async function start() {
  const dataDir = mkdtempSync(join(tmpdir(), 'jalon-bench-start-'));
  try {
    const first = await startOnce(dataDir);
    const second = await startOnce(dataDir);
    return [told('first_ready', first, 's'), atMost('second_ready', second, 10, 's')];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Starts, waits until Jalon is ready, and stops it. @returns the seconds until it was ready
 * @param {string} dataDir
 */
async function startOnce(dataDir) {
  const begunAt = Date.now();
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutSettings(process.env),
      JALON_DATA_DIR: dataDir,
      PORT: String(await findFreePort()),
    },
  });
  const exit = once(npm, 'exit');
  let printed = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  try {
    while (!printed.includes('Pour arrêter')) {
      if (npm.exitCode !== null || Date.now() - begunAt > patience)
        throw new Error(`npm start is not ready:\n${printed}`);
      await pause(20);
    }
    return (Date.now() - begunAt) / 1000;
  } finally {
    npm.kill('SIGTERM');
    await exit;
  }
}

/**
 * What npm and the caller set for themselves would change what the started Jalon does.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutSettings(env) {
  const foreign = /^(npm_|NODE_OPTIONS$|NODE_ENV$|DATABASE_URL$|REDIS_URL$|JALON_)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
