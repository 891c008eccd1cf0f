import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../ops/repository.mjs';

/** `npm start` as a person runs it, on its own data folder and port. */
export interface NpmStart {
  readonly npm: ChildProcess;
  readonly url: string;
  /** Everything printed so far. */
  output(): string;
  /** Waits until Jalon says that it is ready, 100 s unless told. */
  ready(patience?: number): Promise<void>;
  /** The exit code, once it has ended. */
  ended(): Promise<number | null>;
  /** The id of the starter, from its beginnings on. */
  starter(): number;
  /** The ids of npm, the starter, the server and PostgreSQL. */
  processes(): { npm: number; starter: number; server: number; postgres: number };
}

export function npmStart(
  dataDir: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): NpmStart {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutTestSettings(process.env),
      JALON_DATA_DIR: dataDir,
      PORT: String(port),
      JALON_DEMO: '0',
      ...more,
    },
  });
  let printed = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exit = once(npm, 'exit').then(([code]) => code as number | null);
  const pidIn = (file: string) => Number(readFileSync(join(dataDir, file), 'utf8').split('\n')[0]);
  return {
    npm,
    url: `http://127.0.0.1:${port}`,
    output: () => printed,
    async ready(patience = 100_000) {
      const end = Date.now() + patience;
      while (!printed.includes('Pour arrêter')) {
        if (npm.exitCode !== null || Date.now() > end) throw new Error(`Not ready:\n${printed}`);
        await pause(50);
      }
    },
    ended: () => exit,
    starter: () => pidIn('lock'),
    processes: () => ({
      npm: npm.pid ?? 0,
      starter: pidIn('lock'),
      server: pidIn('api.pid'),
      postgres: pidIn('postgres/postmaster.pid'),
    }),
  };
}

/** What npm and Jest set for themselves would change what the started Jalon does. */
function withoutTestSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = /^(npm_|NODE_OPTIONS$|NODE_ENV$|JEST_|DATABASE_URL$|REDIS_URL$|JALON_)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
