import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../../ops/repository.mjs';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly deploy?: { readonly replicas: number };
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const composeText = read('docker-compose.yml');
const compose: Compose = parse(composeText, { merge: true });
const dockerfile = read('Dockerfile');

function service(name: string): Service {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

/** Every name of an environment variable that the API's sources read. */
function variablesTheApiReads(): Set<string> {
  const folder = join(root, 'apps/api/src');
  const names = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.includes('generated')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, dotted, quoted] of text.matchAll(/\benv\.([A-Z_]{3,})|\benv, '([A-Z_]+)'/g)) {
      names.add(dotted ?? quoted ?? '');
    }
  }
  return names;
}

describe('docker-compose.yml', () => {
  it('runs PostgreSQL, Redis, one-shot migrations, the API, the worker and a proxy', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'api',
      'migrate',
      'postgres',
      'proxy',
      'redis',
      'worker',
    ]);
  });

  it('runs the API, the worker and the migrations from one image', () => {
    const images = ['api', 'worker', 'migrate'].map((name) => service(name).image);
    expect(new Set(images).size).toBe(1);
    expect(service('api').environment?.JALON_ROLES).toBe('http');
    expect(service('worker').environment?.JALON_ROLES).toBe('worker');
  });

  it('runs several APIs, none of which takes a port of the machine', () => {
    expect(service('api').deploy?.replicas).toBeGreaterThan(1);
    for (const [name, { ports }] of Object.entries(compose.services)) {
      if (name !== 'proxy') expect(ports).toBeUndefined();
    }
  });

  it('watches the health of every service that stays up', () => {
    for (const [name, one] of Object.entries(compose.services)) {
      if (name === 'migrate') continue;
      expect([name, one.healthcheck?.test.length ?? 0]).not.toEqual([name, 0]);
      expect([name, one.restart]).toEqual([name, 'unless-stopped']);
    }
    expect(service('migrate').restart).toBe('no');
  });

  it('starts each service after those it needs, the application after its migrations', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
    expect(service('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(service('proxy').depends_on).toEqual({ api: { condition: 'service_healthy' } });
  });

  it('holds no secret, and refuses to start without one', () => {
    for (const name of ['POSTGRES_PASSWORD', 'JALON_SECRET', 'SMTP_URL']) {
      const uses = [...composeText.matchAll(new RegExp(`\\$\\{${name}[^}]*\\}`, 'g'))];
      expect(uses.length).toBeGreaterThan(0);
      for (const [use] of uses) expect(use).toMatch(/:\?/);
    }
    const passwords = [...composeText.matchAll(/:\/\/[^:\s]+:([^@\s]+)@/g)].map(([, word]) => word);
    for (const word of passwords) expect(word).toMatch(/^\$\{/);
  });

  it('is no demonstration', () => {
    for (const name of ['api', 'worker']) expect(service(name).environment?.JALON_DEMO).toBe('0');
  });

  it('names the first administrator, without whom nobody could log in', () => {
    expect(service('api').environment?.JALON_ADMIN_EMAIL).toMatch(/^\$\{JALON_ADMIN_EMAIL:\?/);
  });

  it('sets only variables that the application reads', () => {
    const known = variablesTheApiReads();
    for (const name of ['api', 'worker']) {
      const unknown = Object.keys(service(name).environment ?? {}).filter((it) => !known.has(it));
      expect([name, unknown]).toEqual([name, []]);
    }
  });

  it('logs in to the database that it creates', () => {
    const { POSTGRES_USER, POSTGRES_DB } = service('postgres').environment ?? {};
    const url = service('migrate').environment?.DATABASE_URL ?? '';
    expect(url.startsWith(`postgresql://${POSTGRES_USER}:`)).toBe(true);
    expect(url.endsWith(`@postgres:5432/${POSTGRES_DB}`)).toBe(true);
  });

  it('gives the owner’s login to the migrations alone', () => {
    for (const name of ['api', 'worker'])
      expect(service(name).environment?.DATABASE_URL).toBe('postgresql://postgres:5432/jalon');
  });

  it('lets the proxy start without a worker, and the worker judge itself', () => {
    expect(service('api').healthcheck?.test.join(' ')).toContain('/api/health/api');
    expect(service('worker').healthcheck?.test).toEqual(['CMD', 'node', 'ops/worker-alive.mjs']);
  });

  it('judges the proxy by a port it publishes: `caddy reverse-proxy` has no admin API at 2019', () => {
    const { ports, command, healthcheck } = service('proxy');
    expect(command).toContain('reverse-proxy');
    const asked = healthcheck?.test.join(' ').match(/\d+$/)?.[0];
    expect(ports?.map((mapping) => mapping.split(':')[1])).toContain(asked);
    expect(healthcheck?.test.join(' ')).not.toContain('2019');
  });

  it('declares each volume it mounts', () => {
    const mounted = Object.values(compose.services)
      .flatMap((one) => one.volumes ?? [])
      .map((mount) => mount.split(':')[0]);
    expect(new Set(mounted)).toEqual(new Set(Object.keys(compose.volumes)));
  });

  it('runs programs that exist', () => {
    for (const { image, command } of Object.values(compose.services)) {
      const script = image === service('api').image ? command?.[1] : undefined;
      if (script !== undefined)
        expect([script, existsSync(join(root, script))]).toEqual([script, true]);
    }
  });
});

describe('the Dockerfile', () => {
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, sources]) => sources?.split(' ') ?? [],
  );

  it('copies only what the repository has', () => {
    expect(copies.length).toBeGreaterThan(5);
    expect(copies.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('copies the manifest of every package of the workspace before it installs', () => {
    const manifests = ['apps', 'packages'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
    );
    expect(copies).toEqual(expect.arrayContaining([...manifests, 'tests/package.json']));
  });

  it('takes each later stage from one that it names', () => {
    const stages = new Set(
      [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name),
    );
    for (const [, stage] of dockerfile.matchAll(/--from=(\S+)/g)) expect(stages).toContain(stage);
  });

  it('installs exactly the lockfile, with the pnpm that package.json pins', () => {
    const installs = dockerfile.match(/^RUN npx.*$/gm) ?? [];
    expect(installs).toHaveLength(2);
    for (const line of installs) {
      expect(line).toContain('packageManager');
      expect(line).toContain('--frozen-lockfile');
    }
  });

  it('does not run as root', () => {
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(lastStage).toMatch(/^USER node$/m);
  });
});
