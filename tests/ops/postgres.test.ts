import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '../../ops/postgres.mjs';
import { isAlive } from '../../ops/running-process.mjs';

jest.setTimeout(60_000);

let parent: string;
let dataDir: string;

beforeAll(async () => {
  // A folder that only its owner can enter, as /root is.
  parent = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
  dataDir = join(parent, 'data');
  await using(async () => {});
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

async function using<T>(work: (postgres: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(question)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written from one start to the next', async () => {
    await using(({ url }) => ask(url, "create table kept as select 'é'::text as word"));
    expect(await using(({ url }) => ask(url, 'select word from kept'))).toBe('é');
  });

  it('speaks UTF-8 and the same language rules on every system', async () => {
    await using(async ({ url }) => {
      expect(await ask(url, 'show server_encoding')).toBe('UTF8');
      expect(await ask(url, "select upper('éàç')")).toBe('ÉÀÇ');
    });
  });

  it('listens to this machine only, and asks for a password', async () => {
    await using(async ({ url }) => {
      expect(await ask(url, 'show listen_addresses')).toBe('127.0.0.1');
      const stranger = new URL(url);
      stranger.password = 'guess';
      await expect(ask(stranger.href, 'select 1')).rejects.toThrow(
        'password authentication failed',
      );
    });
  });

  it('ends a server left by a killed parent, and starts', async () => {
    const orphan = await startPostgres({ dataDir, durable: false });
    await using(async ({ url }) => expect(await ask(url, 'select 1')).toBe(1));
    await orphan.exited;
    await expect(ask(orphan.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('starts on a pid file whose number now belongs to another program, and spares that program', async () => {
    const bystander = spawn('sleep', ['60']);
    const lines = [bystander.pid, dataDir, 1, 5432, '', '127.0.0.1', '1 2', 'ready', ''];
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), lines.join('\n'));
    try {
      await using(async ({ url }) => expect(await ask(url, 'select 1')).toBe(1));
      expect(isAlive(Number(bystander.pid))).toBe(true);
    } finally {
      bystander.kill();
    }
  });

  it('starts after a first start that was cut short while creating its files', async () => {
    const half = join(parent, 'half');
    mkdirSync(join(half, 'postgres.new/base'), { recursive: true });
    const postgres = await startPostgres({ dataDir: half, durable: false });
    expect(await ask(postgres.url, 'select 1')).toBe(1);
    await postgres.stop();
  });
});
