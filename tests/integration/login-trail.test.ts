import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { untilAnswered } from '../support/access-requests.ts';
import { givePassword } from '../support/centre-builder.ts';
import { connectAsOwner } from '../support/sql-client.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let elsewhere: Centre;
let coordinator: Member;
let learnerCount = 0;
const password = 'une phrase de passe solide';

beforeAll(async () => {
  app = await startTestApp({ runsWorker: true });
  elsewhere = await app.addCentre('Keyce Santé');
});
afterAll(() => app.close());

/** A centre of its own for each test: its trail holds nothing else. */
beforeEach(async () => {
  centre = await app.addCentre('afbb');
  coordinator = await centre.addMember('coordinator');
  await givePassword(app.db, coordinator, password);
});

const logIn = (secret = password) =>
  app.call('POST /sessions', { body: { email: coordinator.email, password: secret } });

/** Calls an address with the cookie of one browser. */
const send = (method: string, path: string, cookie: string, body?: unknown) =>
  fetch(`${app.url}/api${path}`, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const cookieOf = ({ headers }: { headers: Headers }): string =>
  headers.getSetCookie()[0]?.split(';')[0] ?? '';

const trailOf = async ({ id }: Centre) => {
  const lines = await app.db.system.auditEvent.findMany({
    where: { centreId: id },
    orderBy: { seq: 'asc' },
  });
  return lines.map(({ action }) => action);
};
const openSessions = () =>
  app.db.system.loginSession.findMany({ where: { userId: coordinator.userId } });

async function addSecondCentre(): Promise<void> {
  const personId = await elsewhere.addPerson('Camille', 'Coordination');
  await app.db.system.membership.create({
    data: { centreId: elsewhere.id, userId: coordinator.userId, personId, role: 'coordinator' },
  });
}

/** The part of a mail's address after the last slash: its secret. */
async function readSecret(toEmail: string): Promise<string> {
  const mail = await app.db.system.mail.findFirstOrThrow({
    where: { toEmail },
    orderBy: { createdAt: 'desc' },
  });
  return /\/(?:acces|mot-de-passe)\/(\S+)/.exec(mail.text)?.[1] ?? '';
}

const askPassword = async () => {
  await app.call('POST /passwords/requests', { body: { email: coordinator.email } });
  await untilAnswered(app);
  return readSecret(coordinator.email);
};
const choosePassword = (token: string, chosen: string) =>
  app.call('POST /passwords', { body: { token, password: chosen } });

/** A learner who has asked for a link, and its secret. */
async function askLink() {
  learnerCount += 1;
  const email = `eleve${learnerCount}@mail.example`;
  const cohortId = await addCohort(app.db, centre);
  await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, email });
  await app.call('POST /access-links/request', { body: { email } });
  await untilAnswered(app);
  return { email, token: await readSecret(email) };
}

/** While `work` runs, the trail takes no line. */
async function withoutTrail<T>(work: () => Promise<T>): Promise<T> {
  const owner = await connectAsOwner(app.ownerUrl);
  await owner.query(`create function public.refuse_line() returns trigger language plpgsql as
    $$ begin raise exception 'the trail is full'; end $$`);
  await owner.query(`create trigger refuse_line before insert on public.audit_event
    for each row execute function public.refuse_line()`);
  try {
    return await work();
  } finally {
    await owner.query('drop function public.refuse_line cascade');
    await owner.end();
  }
}

describe('each act at the door is one line of the trail', () => {
  it('a login, its end, and the end of all those of the person', async () => {
    const cookie = cookieOf(await logIn());
    const [session] = await openSessions();
    await send('DELETE', '/sessions/current', cookie);
    await send('DELETE', '/sessions', cookieOf(await logIn()));
    expect(await trailOf(centre)).toEqual([
      'login-session.opened',
      'login-session.closed',
      'login-session.opened',
      'login-session.all-closed',
    ]);
    const lines = await app.db.system.auditEvent.findMany({
      where: { centreId: centre.id, subjectId: session?.id ?? '' },
    });
    expect(lines.map(({ actorUserId }) => actorUserId)).toEqual([
      coordinator.userId,
      coordinator.userId,
    ]);
  });

  it('a change of centre, in the trail of each, without the name of the other', async () => {
    await addSecondCentre();
    const before = (await trailOf(elsewhere)).length;
    const cookie = cookieOf(await logIn());
    const change = (centreId: string) =>
      send('POST', '/sessions/current/centre', cookie, { centreId });
    expect((await change(elsewhere.id)).status).toBe(200);
    expect((await change(elsewhere.id)).status).toBe(200);
    expect(await trailOf(centre)).toEqual(['login-session.opened', 'login-session.left']);
    expect((await trailOf(elsewhere)).slice(before)).toEqual(['login-session.entered']);
    const lines = await app.db.system.auditEvent.findMany({
      where: { actorUserId: coordinator.userId },
    });
    expect(lines.map(({ data }) => data)).toEqual([{}, {}, {}]);
  });

  it('a link asked for, renewed and opened', async () => {
    const { email, token } = await askLink();
    await app.call('POST /access-links/renew', { body: { token } });
    await app.call('POST /access-links/open', { body: { token: await readSecret(email) } });
    expect(await trailOf(centre)).toEqual([
      'access-link.requested',
      'access-link.renewed',
      'access-link.opened',
    ]);
  });

  it('a password chosen, in each centre that it opens', async () => {
    await addSecondCentre();
    const before = (await trailOf(elsewhere)).length;
    expect((await choosePassword(await askPassword(), 'quatre mots bien choisis')).status).toBe(
      200,
    );
    expect(await trailOf(centre)).toEqual(['password.chosen']);
    expect((await trailOf(elsewhere)).slice(before)).toEqual(['password.chosen']);
  });

  it('nothing, when a password is wrong', async () => {
    expect((await logIn('autre chose')).status).toBe(401);
    expect(await trailOf(centre)).toEqual([]);
    expect(await openSessions()).toEqual([]);
  });
});

describe('an act whose line cannot be written does not happen', () => {
  it('no login opens', async () => {
    const { status, headers } = await withoutTrail(logIn);
    expect(status).toBe(500);
    expect(headers.getSetCookie()).toEqual([]);
    expect(await openSessions()).toEqual([]);
  });

  it('a login stays open, and in its centre', async () => {
    await addSecondCentre();
    const cookie = cookieOf(await logIn());
    const answers = await withoutTrail(async () => [
      await send('DELETE', '/sessions/current', cookie),
      await send('DELETE', '/sessions', cookie),
      await send('POST', '/sessions/current/centre', cookie, { centreId: elsewhere.id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(await openSessions()).toMatchObject([{ activeCentreId: centre.id }]);
  });

  it('a link lets nobody in, is not used up and is not renewed', async () => {
    const { email, token } = await askLink();
    const answers = await withoutTrail(async () => [
      await app.call('POST /access-links/open', { body: { token } }),
      await app.call('POST /access-links/renew', { body: { token } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    expect(await app.db.system.mail.count({ where: { toEmail: email } })).toBe(1);
    expect((await app.call('POST /access-links/open', { body: { token } })).status).toBe(200);
  });

  it('the password stays as it was, with the logins it opened, and the link of the mail serves again', async () => {
    const cookie = cookieOf(await logIn());
    const token = await askPassword();
    const chosen = 'quatre mots bien choisis';
    expect((await withoutTrail(() => choosePassword(token, chosen))).status).toBe(500);
    expect((await send('GET', '/sessions/current', cookie)).status).toBe(200);
    expect((await logIn()).status).toBe(200);
    expect((await choosePassword(token, chosen)).status).toBe(200);
    expect((await send('GET', '/sessions/current', cookie)).status).toBe(401);
    expect((await logIn(chosen)).status).toBe(200);
  });
});

describe('a classroom that comes in at once', () => {
  it('twelve learners ask for their link and open it at the same instant', async () => {
    const cohortId = await addCohort(app.db, centre);
    const emails = Array.from({ length: 12 }, (_, index) => `classe${index}@mail.example`);
    for (const email of emails)
      await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, email });
    const asked = await Promise.all(
      emails.map((email) => app.call('POST /access-links/request', { body: { email } })),
    );
    expect(asked.map(({ status }) => status)).toEqual(emails.map(() => 200));
    await untilAnswered(app);
    const tokens = await Promise.all(emails.map(readSecret));
    const opened = await Promise.all(
      tokens.map((token) => app.call('POST /access-links/open', { body: { token } })),
    );
    expect(opened.map(({ status }) => status)).toEqual(emails.map(() => 200));
  });

  it('seven logins of one person at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 7 }, () => logIn()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});
