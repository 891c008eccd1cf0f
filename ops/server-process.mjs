import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './repository.mjs';
import { stopProcess } from './running-process.mjs';
import { serverFlags } from './server-flags.mjs';

/**
 * Starts the built API with its web pages and its worker, as one process.
 * @param {{ logFile: string, env: NodeJS.ProcessEnv }} options
 */
export function startServer({ logFile, env }) {
  if (existsSync(logFile) && statSync(logFile).size > 20_000_000) {
    renameSync(logFile, `${logFile}.1`);
  }
  const log = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  const exitWithParent = pathToFileURL(join(root, 'ops/exit-with-parent.mjs')).href;
  // Detached: Ctrl-C reaches the whole foreground group of a terminal, and the order in which things
  // stop is ours to give.
  const child = spawn(
    process.execPath,
    [...serverFlags, '--import', exitWithParent, join(root, 'apps/api/dist/main.js')],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: { NODE_ENV: 'production', ...process.env, ...env },
    },
  );
  closeSync(log);
  /** @type {string[]} */
  const sentences = [];
  child.on('message', (/** @type {{ sentence?: string }} */ { sentence }) => {
    if (sentence) sentences.push(sentence);
  });
  let ending = '';
  /** @type {Promise<string>} */
  const exited = new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal ?? `code ${code}`));
  });
  exited.then((how) => {
    ending = how;
  });
  return {
    pid: child.pid ?? 0,
    exited,
    /** What it says to the person who started it. */
    sentences,
    hasEnded: () => ending !== '',
    lastLines: () =>
      readFileSync(logFile, 'utf8').slice(logStart).trim().split('\n').slice(-30).join('\n'),
    stop: async () => {
      if (ending !== '' || child.pid === undefined) return;
      await stopProcess(child.pid, [
        ['SIGTERM', 20_000],
        ['SIGKILL', 2_000],
      ]);
    },
  };
}

/**
 * Waits until the server says that it is well (GET /api/health answers 200).
 * @param {ReturnType<typeof startServer>} server
 * @param {number} port
 * @param {number} [milliseconds]
 */
export async function waitUntilHealthy(server, port, milliseconds = 60_000) {
  const end = Date.now() + milliseconds;
  let last = 'aucune réponse';
  while (!server.hasEnded()) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
        signal: AbortSignal.timeout(2_000),
      });
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > end) throw new Error(`Jalon ne répond pas sur le port ${port} : ${last}`);
    await pause(50);
  }
  throw new Error(`Jalon s’est arrêté au démarrage (${await server.exited}).`);
}
