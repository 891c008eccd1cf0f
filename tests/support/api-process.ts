import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { TEST_SECRET } from './test-app.ts';

const entry = new URL('../../apps/api/dist/main.js', import.meta.url).pathname;

/** What a process of production is told: where its database, its files and its mail server are. */
export const productionEnv = (given: {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly smtpUrl: string;
}): Record<string, string> => ({
  DATABASE_URL: given.databaseUrl,
  JALON_SECRET: TEST_SECRET,
  JALON_DATA_DIR: given.dataDir,
  JALON_DEMO: '0',
  SMTP_URL: given.smtpUrl,
});

/** The built API as its own process, so that it can be killed. */
export interface ApiProcess {
  readonly url: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export async function startApiProcess(env: Record<string, string>): Promise<ApiProcess> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, PORT: String(port), JALON_LOG: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => (await fetch(`${url}/api/health`)).status === 200);
  return { url, kill: (signal) => end(child, signal) };
}

const end = (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });

const findFreePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Asks again until it is so. @throws Error after the given seconds */
export async function waitUntil(
  isSo: () => Promise<boolean>,
  { seconds = 60 } = {},
): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`Still not so after ${seconds} s`);
}
