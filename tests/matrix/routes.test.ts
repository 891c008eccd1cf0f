import { allRoutes, type Route, type RouteKey } from '@jalon/contract';
import { type Role, roles } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { holders, paramNames } from './callers.ts';
import { writeOneOfEach } from './one-of-each.ts';
import { sampleOf } from './sample.ts';
import { bodySamples } from './samples.ts';

let app: TestApp;
const members = new Map<Role, Member>();
/** Ids that exist, in another centre, by the name of the route parameter. */
let elsewhere: Record<string, string>;

beforeAll(async () => {
  app = await startTestApp();
  const centre = await app.addCentre('Le centre de l’appelant');
  for (const role of roles) members.set(role, await centre.addMember(role));
  elsewhere = await writeOneOfEach(app.db, await app.addCentre('Un autre centre'));
});
afterAll(() => app.close());

const guarded = allRoutes.filter(([, { permission }]) => permission !== 'public');
const byPermission = guarded.filter(([, { permission }]) => permission !== 'self');
const withParams = byPermission.filter(([, { params }]) => params);
const withBody = allRoutes.filter(([, { body }]) => body);
const withQuery = allRoutes.filter(([, { query }]) => query);

/** Someone who may call the route; anybody when it asks for no permission. */
const allowed = (route: Route): Member | null =>
  route.permission === 'public' ? null : (members.get(holders(route)[0] ?? 'coordinator') ?? null);

function requestFor(key: RouteKey, route: Route) {
  const params = Object.fromEntries(paramNames(key).map((name) => [name, elsewhere[name] ?? '']));
  const body = route.body && (bodySamples[key] ?? sampleOf(route.body));
  return { params, ...(body === undefined ? {} : { body }) };
}

describe('nobody logged in: every guarded route answers 401', () => {
  it.each(guarded)('%s', async (key, route) => {
    const answer = await app.call(key, requestFor(key, route));
    expect(answer.status).toBe(401);
    expect(answer.problem.code).toBe('not_logged_in');
  });
});

describe('a role without the permission: every route answers 403', () => {
  const cases = byPermission.flatMap(([key, route]) =>
    roles
      .filter((role) => !holders(route).includes(role))
      .map((role) => [key, role, route] as const),
  );
  it.each(cases)('%s as %s', async (key, role, route) => {
    const answer = await app.call(key, requestFor(key, route), members.get(role) ?? null);
    expect(answer.status).toBe(403);
  });
});

describe('every permission of the contract is held by some role', () => {
  it.each(byPermission)('%s', (_, route) => {
    expect(holders(route)).not.toHaveLength(0);
  });
});

describe('ids of another centre: 404, as if they did not exist', () => {
  it.each(withParams)('%s', async (key, route) => {
    const names = paramNames(key);
    expect(names.filter((name) => !elsewhere[name])).toEqual([]);
    const request = requestFor(key, route);
    // A sample that the schema refuses would hide the 404 behind a 422: write one in samples.ts.
    expect(route.body?.safeParse(request.body).error?.issues ?? []).toEqual([]);
    for (const role of holders(route)) {
      const answer = await app.call(key, request, members.get(role) ?? null);
      expect([key, role, answer.status]).toEqual([key, role, 404]);
    }
  });
});

describe('ids that are no ids: 404', () => {
  const withIds = withParams.filter(([key]) => /:\w+Id\b/.test(key));
  it.each(withIds)('%s', async (key, route) => {
    const params = Object.fromEntries(paramNames(key).map((name) => [name, "x'; drop table"]));
    const answer = await app.call(key, { ...requestFor(key, route), params }, allowed(route));
    expect(answer.status).toBe(404);
  });
});

describe('an address open to anybody that names nothing: never 500', () => {
  const open = allRoutes.filter(([, { permission, params }]) => permission === 'public' && params);
  it.each(open)('%s', async (key) => {
    for (const value of [
      'x',
      "x'; drop table",
      '-1',
      '\u0000',
      'a'.repeat(90),
      crypto.randomUUID(),
    ]) {
      const params = Object.fromEntries(paramNames(key).map((name) => [name, value]));
      const answer = await app.call(key, { params }, null);
      expect([key, value, answer.status < 500]).toEqual([key, value, true]);
      if (answer.status >= 400)
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

const nonsense: unknown[] = [
  [],
  42,
  null,
  { inconnu: true },
  { id: {}, revision: 'un', name: 3, email: [], rows: 'x' },
  { name: 'a'.repeat(100_000), email: 'a'.repeat(100_000) },
];

/** Bodies that a route may take although they say nothing: all of its fields are optional. */
const accepts = (route: Route, body: unknown): boolean =>
  route.body?.safeParse(body).success ?? true;

describe('malformed bodies: a 4xx problem, never 500', () => {
  it.each(withBody)('%s', async (key, route) => {
    for (const body of nonsense.filter((value) => !accepts(route, value))) {
      const answer = await app.call(key, { ...requestFor(key, route), body }, allowed(route));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it.each(withBody)('%s with broken JSON', async (key) => {
    const [method = '', path = ''] = key.split(' ');
    const answer = await fetch(`${app.url}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: '{"oops',
    });
    expect(answer.status).toBe(400);
  });
});

describe('malformed queries: never 500', () => {
  it.each(withQuery)('%s', async (key, route) => {
    const names = Object.keys(route.query?.shape ?? {});
    for (const value of ['', "x'; drop table", '-1', '9'.repeat(40), '\u0000']) {
      const query = Object.fromEntries(names.map((name) => [name, value]));
      const answer = await app.call(key, { ...requestFor(key, route), query }, allowed(route));
      expect(answer.status).toBeLessThan(500);
    }
  });
});
