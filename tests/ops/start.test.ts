import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { findFreePort } from '../../ops/postgres-server.mjs';
import { isAlive, waitForExit } from '../../ops/running-process.mjs';
import { type NpmStart, npmStart } from '../support/npm-start.ts';

jest.setTimeout(180_000);

let dataDir: string;
let port: number;
const started: NpmStart[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'jalon-start-'));
  port = await findFreePort();
});

afterEach(async () => {
  for (const one of started.splice(0)) {
    one.npm.kill('SIGTERM');
    await one.ended();
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(more: Readonly<Record<string, string>> = {}): NpmStart {
  const one = npmStart(dataDir, port, more);
  started.push(one);
  return one;
}

async function health(one: NpmStart): Promise<number> {
  return (await fetch(`${one.url}/api/health`)).status;
}

function kill(...pids: number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

describe('npm start', () => {
  it('serves on one port once it says it is ready, and ends cleanly on SIGTERM', async () => {
    const jalon = start();
    await jalon.ready();
    expect(await health(jalon)).toBe(200);
    expect(jalon.output()).toContain(`http://localhost:${port}`);
    const { starter, server, postgres } = jalon.processes();

    jalon.npm.kill('SIGTERM');

    expect(await jalon.ended()).toBe(0);
    expect([starter, server, postgres].filter(isAlive)).toEqual([]);
    expect(readdirSync(dataDir)).not.toContain('lock');
  });

  it('says how to name the first administrator while nobody can log in', async () => {
    const jalon = start();
    await jalon.ready();
    expect(jalon.output()).toContain('JALON_ADMIN_EMAIL=');
  });

  it('goes from an empty database to an administrator who opens a centre', async () => {
    const email = 'direction@exemple.fr';
    const first = start({ JALON_ADMIN_EMAIL: email });
    await first.ready();
    const token = /\/mot-de-passe\/([\w-]+)/.exec(first.output())?.[1] ?? '';
    const password = 'une phrase assez longue';
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${first.url}/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
    const choose = () => post('/passwords', { token, password });
    expect((await choose()).status).toBe(200);
    expect((await choose()).status).not.toBe(200);
    const entry = await post('/sessions', { email, password });
    expect(entry.status).toBe(200);
    const cookie = entry.headers.getSetCookie().map((one) => one.split(';')[0]);
    const opened = await post(
      '/platform/centres',
      {
        name: 'CFA neuf',
        slug: 'cfa-neuf',
        siteName: 'Centre',
        siteAddress: '1 rue Molière',
        holidayZone: 'metropole',
        coordinator: { givenName: 'Nadia', birthName: 'Benali', email: 'nadia@exemple.fr' },
      },
      cookie.join('; '),
    );
    expect(opened.status).toBe(200);

    first.npm.kill('SIGTERM');
    await first.ended();
    const second = start({ JALON_ADMIN_EMAIL: email });
    await second.ready();
    expect(second.output()).not.toContain('/mot-de-passe/');
    expect(second.output()).not.toContain('JALON_ADMIN_EMAIL=');
  });

  it('ends cleanly on Ctrl-C', async () => {
    const jalon = start();
    await jalon.ready();
    jalon.npm.kill('SIGINT');
    expect(await jalon.ended()).toBe(0);
  });

  it('keeps its secrets to the account that runs it', async () => {
    const jalon = start();
    await jalon.ready();
    for (const file of ['secret', 'postgres-password']) {
      expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
    }
  });

  it('starts again after every one of its processes was killed', async () => {
    const first = start();
    await first.ready();
    const { npm, starter, server, postgres } = first.processes();
    kill(npm, starter, server, postgres);
    await first.ended();

    const second = start();
    await second.ready();
    expect(await health(second)).toBe(200);
  });

  it('starts again after the starter alone was killed, and ends what it had left running', async () => {
    const first = start();
    await first.ready();
    const { starter, server, postgres } = first.processes();
    kill(starter);
    await first.ended();
    expect(isAlive(postgres)).toBe(true);

    const second = start();
    await second.ready();
    expect([server, postgres].filter(isAlive)).toEqual([]);
    expect(await health(second)).toBe(200);
  });

  it('ends by itself when npm alone is killed', async () => {
    const jalon = start();
    await jalon.ready();
    const { npm, starter, server, postgres } = jalon.processes();
    kill(npm);
    for (const pid of [starter, server, postgres]) {
      expect(await waitForExit(pid, 20_000)).toBe(true);
    }
  });

  it('stops and says so when the server dies', async () => {
    const jalon = start();
    await jalon.ready();
    const { server, postgres } = jalon.processes();
    kill(server);
    expect(await jalon.ended()).toBe(1);
    expect(jalon.output()).toContain('Jalon s’est arrêté');
    expect(isAlive(postgres)).toBe(false);
  });

  it('refuses a second start on the same data, in French', async () => {
    const first = start();
    await first.ready();
    const second = npmStart(dataDir, await findFreePort());
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain('Jalon tourne déjà sur ces données');
    expect(await health(first)).toBe(200);
  });

  it('says that the port is taken before it starts anything', async () => {
    const other = createServer().listen(port);
    try {
      const jalon = start();
      expect(await jalon.ended()).toBe(1);
      expect(jalon.output()).toContain(`Le port ${port} est déjà pris`);
      expect(readdirSync(dataDir)).toEqual([]);
    } finally {
      other.close();
    }
  });

  it.each(['abc', '0', '70000'])('refuses PORT=%s with a sentence', async (text) => {
    const jalon = start({ PORT: text });
    expect(await jalon.ended()).toBe(1);
    expect(jalon.output()).toContain('PORT doit être un nombre entre 1 et 65535');
  });
});
