import { spawn } from 'node:child_process';
import { root } from './repository.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Asks every program that `run` is waiting for to end. */
export function stopRunningCommands() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a program to its end and returns what it printed. Its output is kept, and shown only when it
 * fails; with `show`, its error stream goes straight to ours and nothing of it is kept. `hasChannel`
 * opens one to a Node program, which so learns that we are gone (exit-with-parent.mjs).
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: 'errors', hasChannel?: boolean }} [options]
 * @returns {Promise<string>}
 */
export async function run(program, args, { cwd = root, env = {}, show, hasChannel } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [
      'ignore',
      'pipe',
      show === 'errors' ? 'inherit' : 'pipe',
      ...(hasChannel ? [/** @type {const} */ ('ipc')] : []),
    ],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const ending = await new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, signal) =>
      settle(code === 0 ? undefined : (signal ?? `code ${code}`)),
    );
  });
  running.delete(child);
  if (ending !== undefined) {
    throw new CommandFailure(`${[program, ...args].join(' ')} : ${ending}`, output);
  }
  return output;
}

/** A program that ended badly, with everything it printed. */
export class CommandFailure extends Error {
  /**
   * @param {string} message
   * @param {string} output
   */
  constructor(message, output) {
    super(output.trim() === '' ? message : `${message}\n${output.trimEnd()}`);
    this.name = 'CommandFailure';
  }
}
