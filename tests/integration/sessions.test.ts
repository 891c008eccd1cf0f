import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givePassword } from '../support/centre-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
const password = 'une phrase de passe solide';

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  await givePassword(app.db, coordinator, password);
});
afterAll(() => app.close());

const cookieFrom = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function fetchCurrent(cookie: string): Promise<Response> {
  return fetch(`${app.url}/api/sessions/current`, { headers: { cookie } });
}

describe('staff log in with a password', () => {
  it('opens a session with an HttpOnly cookie and says who and where', async () => {
    const answer = await app.call('POST /sessions', {
      body: { email: coordinator.email.toUpperCase(), password },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ centre: { name: 'afbb' }, roles: ['coordinator'] });
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly/i);
    expect((await fetchCurrent(cookieFrom(answer.headers))).status).toBe(200);
  });

  it('refuses a wrong password and an unknown address with the same words', async () => {
    const wrong = await app.call('POST /sessions', {
      body: { email: coordinator.email, password: 'autre chose' },
    });
    const unknown = await app.call('POST /sessions', {
      body: { email: 'personne@afbb.example', password: 'autre chose' },
    });
    expect(wrong.problem.code).toBe('wrong_credentials');
    expect(unknown.problem).toEqual(wrong.problem);
  });

  it('slows down after repeated failures', async () => {
    const attempt = () =>
      app.call('POST /sessions', { body: { email: 'cible@afbb.example', password: 'x' } });
    for (let count = 0; count < 8; count += 1) await attempt();
    expect((await attempt()).status).toBe(429);
  });

  it('a revoked session opens nothing more', async () => {
    const { headers } = await app.call('POST /sessions', {
      body: { email: coordinator.email, password },
    });
    const cookie = cookieFrom(headers);
    await fetch(`${app.url}/api/sessions`, { method: 'DELETE', headers: { cookie } });
    expect((await fetchCurrent(cookie)).status).toBe(401);
  });

  it('a cookie with a forged signature opens nothing', async () => {
    const { headers } = await app.call('POST /sessions', {
      body: { email: coordinator.email, password },
    });
    const forged = `${cookieFrom(headers).slice(0, -6)}AAAAAA`;
    expect((await fetchCurrent(forged)).status).toBe(401);
  });
});

describe('a login lasts while it is used', () => {
  const day = 86_400_000;
  const daysAgo = (count: number) => new Date(Date.now() - count * day);

  /** A login opened by the form, then as if so many days had gone by since it was opened and used. */
  async function openAged(opened: number, used: number) {
    const { headers } = await app.call('POST /sessions', {
      body: { email: coordinator.email, password },
    });
    const { id, createdAt, expiresAt } = await app.db.system.loginSession.findFirstOrThrow({
      where: { userId: coordinator.userId },
      orderBy: { createdAt: 'desc' },
    });
    await app.db.system.loginSession.update({
      where: { id },
      data: {
        createdAt: new Date(createdAt.getTime() - opened * day),
        expiresAt: new Date(expiresAt.getTime() - opened * day),
        updatedAt: daysAgo(used),
      },
    });
    const readUse = async () =>
      (await app.db.system.loginSession.findUniqueOrThrow({ where: { id } })).updatedAt;
    return { cookie: cookieFrom(headers), readUse };
  }

  it('thirteen days without use: it goes on, and today counts as its last use', async () => {
    const { cookie, readUse } = await openAged(60, 13);
    expect((await fetchCurrent(cookie)).status).toBe(200);
    expect((await readUse()).getTime()).toBeGreaterThan(daysAgo(1).getTime());
  });

  it('fourteen days without use end it', async () => {
    const { cookie } = await openAged(20, 14);
    expect((await fetchCurrent(cookie)).status).toBe(401);
  });

  it('ninety days end it, however much it is used', async () => {
    const kept = await openAged(89, 0);
    expect((await fetchCurrent(kept.cookie)).status).toBe(200);
    const ended = await openAged(90, 0);
    expect((await fetchCurrent(ended.cookie)).status).toBe(401);
  });
});

describe('a page of another site', () => {
  it('cannot write with the person’s cookie', async () => {
    const answer = await fetch(`${app.url}/api/sessions`, {
      method: 'POST',
      headers: { origin: 'https://ailleurs.example', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(403);
  });
});
