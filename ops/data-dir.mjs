import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './repository.mjs';
import { commandLineOf, isAlive, stopProcess } from './running-process.mjs';

/**
 * The folder that holds everything Jalon keeps on this machine, created when missing.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} absolute path
 */
export function openDataDir(env) {
  const folder = resolve(root, env.JALON_DATA_DIR || '.data');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * The secret from which the database passwords and the session keys are derived: JALON_SECRET, or
 * one made once and kept in the data folder.
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 */
export function readOrCreateSecret(dataDir, env) {
  if (env.JALON_SECRET) return env.JALON_SECRET;
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('hex');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/**
 * Keeps a second start away from the same data. A lock left by a killed start is taken over; a
 * start that has just lost its npm gets a moment to end by itself.
 * @param {string} dataDir
 * @returns {Promise<() => void>} releases the lock
 */
export async function lockDataDir(dataDir) {
  const file = join(dataDir, 'lock');
  const patience = Date.now() + 4_000;
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = readPid(file);
    if (holder !== undefined && isRunning(holder, 'start.mjs')) {
      if (Date.now() < patience) {
        await pause(100);
        continue;
      }
      throw new Error(
        `Jalon tourne déjà sur ces données (${dataDir}, processus ${holder}). Arrêtez-le d’abord, ` +
          'ou choisissez un autre dossier : JALON_DATA_DIR=<dossier> npm start',
      );
    }
    rmSync(file, { force: true });
  }
}

/** @param {string} dataDir */
const apiPidFile = (dataDir) => join(dataDir, 'api.pid');

/**
 * Notes which process serves these data, so that the next start can end it if this one is killed.
 * @param {string} dataDir
 * @param {number} pid
 */
export function noteApiProcess(dataDir, pid) {
  writeFileSync(apiPidFile(dataDir), `${pid}\n`, { mode: 0o600 });
}

/** @param {string} dataDir */
export function forgetApiProcess(dataDir) {
  rmSync(apiPidFile(dataDir), { force: true });
}

/**
 * Ends the server process of an earlier start that was killed before it could do so.
 * @param {string} dataDir
 */
export async function stopLeftoverApi(dataDir) {
  const pid = readPid(apiPidFile(dataDir));
  if (pid !== undefined && isRunning(pid, 'apps/api/dist/main.js')) {
    await stopProcess(pid, [
      ['SIGTERM', 10_000],
      ['SIGKILL', 2_000],
    ]);
  }
  forgetApiProcess(dataDir);
}

/** @param {string} file */
function readPid(file) {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/**
 * @param {number} pid
 * @param {string} program part of its command line: process ids are reused
 */
function isRunning(pid, program) {
  return pid !== process.pid && isAlive(pid) && commandLineOf(pid).includes(program);
}
