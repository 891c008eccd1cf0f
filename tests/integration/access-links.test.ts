import { createApp } from '@jalon/api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswered } from '../support/access-requests.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohortId: string;

beforeAll(async () => {
  app = await startTestApp({ runsWorker: true });
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator');
  cohortId = await addCohort(app.db, centre);
});
afterAll(() => app.close());

/** A tutor known by an address alone, as the office typed them in. */
async function addTutor(email: string): Promise<string> {
  return centre.addPerson('Hélène', 'Ferrand', { email });
}

/** Asks the tutor, and takes the link out of the mail. */
async function mailLink(tutorId: string, email: string): Promise<string> {
  const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
  const body = {
    cohortId,
    enrolmentIds: [learner.enrolmentId],
    blockCodes: ['B1'],
    dueOn: '2026-12-18',
    label: 'Mi-parcours',
  };
  await app.call('POST /appraisals', { body }, coordinator);
  return readToken(email);
}

async function readToken(email: string): Promise<string> {
  const { body } = await app.call('GET /mailbox', { query: { search: email } });
  return body.mails[0]?.action?.path.replace('/acces/', '') ?? '';
}

const post = (path: string, body: unknown, cookie = '') =>
  fetch(`${app.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
const open = (token: string, cookie?: string) => post('/access-links/open', { token }, cookie);
const cookieOf = (answer: Response): string =>
  answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
/** « Envoyez-moi mon lien », and what came of it. */
async function ask(email: string): Promise<Response> {
  const answer = await post('/access-links/request', { email });
  await untilAnswered(app);
  return answer;
}
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('a tutor comes in by the link of the mail', () => {
  it('without a password, to the appraisal itself, in the role of tutor only', async () => {
    const token = await mailLink(await addTutor('a@cabinet.example'), 'a@cabinet.example');
    const answer = await open(token);
    const { path } = (await answer.json()) as { path: string };
    expect(path).toMatch(/^\/appreciations\/[0-9a-f-]{36}$/);
    const session = await fetch(`${app.url}/api/sessions/current`, {
      headers: { cookie: cookieOf(answer) },
    });
    expect(await session.json()).toMatchObject({ roles: ['tutor'], userName: 'Hélène Ferrand' });
    const { userId, ipAddress, userAgent } = await app.db.system.loginSession.findFirstOrThrow({
      where: { limitedRole: 'tutor' },
    });
    expect([ipAddress, userAgent]).toEqual(['127.0.0.1', 'node']);
    const opened = { actorUserId: userId, action: 'access-link.opened' };
    expect(await app.db.system.auditEvent.count({ where: opened })).toBe(1);
  });

  it('a link used twice is refused to a stranger, and lets its holder straight in', async () => {
    const token = await mailLink(await addTutor('b@cabinet.example'), 'b@cabinet.example');
    const first = await open(token);
    expect(await codeOf(await open(token))).toBe('link_used');
    const again = await open(token, cookieOf(first));
    expect(again.status).toBe(200);
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it('two openings at the same instant: one goes in', async () => {
    const token = await mailLink(await addTutor('c@cabinet.example'), 'c@cabinet.example');
    const answers = await Promise.all([open(token), open(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it('an expired link renews itself in one tap, to the same address and the same place', async () => {
    const token = await mailLink(await addTutor('d@cabinet.example'), 'd@cabinet.example');
    app.clock.set('2026-12-20T09:00:00+01:00');
    expect(await codeOf(await open(token))).toBe('link_expired');
    const renewed = await post('/access-links/renew', { token });
    expect(await renewed.json()).toEqual({ sentTo: 'd…d@cabinet.example' });
    const fresh = await readToken('d@cabinet.example');
    expect(fresh).not.toBe(token);
    expect((await open(fresh)).status).toBe(200);
    app.clock.set('2026-11-23T09:00:00+01:00');
  });

  it('an unknown link says so, and opens nothing', async () => {
    const unknown = 'x'.repeat(43);
    expect(await codeOf(await open(unknown))).toBe('link_unknown');
    expect(await codeOf(await post('/access-links/renew', { token: unknown }))).toBe(
      'link_unknown',
    );
    for (const truncated of [unknown.slice(0, 12), '', 'x'.repeat(5000)])
      expect(await codeOf(await open(truncated))).toBe('link_unknown');
  });

  it('the holder of another link does not go in with a used one', async () => {
    const one = await mailLink(await addTutor('e@cabinet.example'), 'e@cabinet.example');
    const other = await mailLink(await addTutor('f@cabinet.example'), 'f@cabinet.example');
    await open(one);
    const cookie = cookieOf(await open(other));
    expect(await codeOf(await open(one, cookie))).toBe('link_used');
  });

  it('two tutors on one shared address: the second is not let into the first one’s files', async () => {
    await mailLink(await addTutor('partage@cabinet.example'), 'partage@cabinet.example');
    const second = await centre.addPerson('Marc', 'Associé', { email: 'partage@cabinet.example' });
    const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: second });
    const body = {
      cohortId,
      enrolmentIds: [learner.enrolmentId],
      blockCodes: ['B1'],
      dueOn: '2026-12-18',
      label: 'Fin',
    };
    const answer = await app.call('POST /appraisals', { body }, coordinator);
    expect(answer.body).toMatchObject({ requested: 1, mails: 0, onPaper: 1 });
    expect(answer.body.skipped[0]?.reason).toContain('la même adresse mail qu’un autre tuteur');

    const { body: list } = await app.call(
      'GET /appraisals',
      { query: { state: 'open' } },
      coordinator,
    );
    const row = list.rows.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
    expect(row).toMatchObject({
      state: 'on_paper',
      facts: expect.stringContaining('demandez-lui une adresse personnelle'),
    });
    const { body: options } = await app.call('GET /appraisals/request-options', {}, coordinator);
    const option = options
      .flatMap(({ learners }) => learners)
      .find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
    expect(option?.isTutorReached).toBe(false);
    const ofSecond = { personId: second };
    expect(await app.db.system.accessLink.count({ where: ofSecond })).toBe(0);
    await ask('partage@cabinet.example');
    const [mail, ...others] = await app.db.system.mail.findMany({ where: ofSecond });
    expect(others).toEqual([]);
    expect(mail?.text).toContain('Donnez une adresse mail à vous à la personne qui signe');
    expect(mail?.text).toContain('remplissez la feuille papier');
    expect(mail?.text).not.toContain('/acces/');
  });
});

describe('« Envoyez-moi mon lien »', () => {
  it('answers the same whether the address is known or not', async () => {
    await mailLink(await addTutor('connu@cabinet.example'), 'connu@cabinet.example');
    const known = await ask('Connu@Cabinet.example');
    const unknown = await ask('inconnu@cabinet.example');
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()]);
    const { body } = await app.call('GET /mailbox', { query: { search: 'inconnu@' } });
    expect(body.total).toBe(0);
  });

  it('mails a link that opens the tutor’s list', async () => {
    await mailLink(await addTutor('liste@cabinet.example'), 'liste@cabinet.example');
    await ask('liste@cabinet.example');
    const answer = await open(await readToken('liste@cabinet.example'));
    expect(await answer.json()).toEqual({ path: '/appreciations/a-faire' });
  });

  it('gives a learner their own page, and nobody else’s role', async () => {
    await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, email: 'app@mail.example' });
    await ask('app@mail.example');
    const answer = await open(await readToken('app@mail.example'));
    expect(await answer.json()).toEqual({ path: '/mon-parcours' });
  });

  it('many requests at the same instant are all counted', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('ensemble@cabinet.example')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
  });

  it('two API processes share one count, which keeps no address in clear', async () => {
    const twin = await createApp({ ...app.config, port: 0 }, { clock: app.clock });
    await twin.listen(0, '127.0.0.1');
    const twinUrl = `${await twin.getUrl()}/api/access-links/request`;
    const body = JSON.stringify({ email: 'partout@cabinet.example' });
    const headers = { 'content-type': 'application/json' };
    for (let count = 0; count < 4; count += 1) {
      await ask('partout@cabinet.example');
      await fetch(twinUrl, { method: 'POST', headers, body });
    }
    const elsewhere = await fetch(twinUrl, { method: 'POST', headers, body });
    const here = await ask('partout@cabinet.example');
    await twin.close();
    expect([here.status, elsewhere.status]).toEqual([429, 429]);
    const counted = await app.db.system.loginAttempt.findMany();
    expect(counted.filter(({ key }) => key.includes('@') || key.includes('127.0'))).toEqual([]);
  });

  it('slows down who asks again and again', async () => {
    for (let count = 0; count < 8; count += 1) await ask('encore@cabinet.example');
    expect((await ask('encore@cabinet.example')).status).toBe(429);
  });
});

describe('an access that the office has ended', () => {
  it('opens by no link, no renewal, no request and no reminder: only the office gives it back', async () => {
    const email = 'parti@cabinet.example';
    const tutorId = await addTutor(email);
    const token = await mailLink(tutorId, email);
    const { id } = await app.db.system.membership.findFirstOrThrow({
      where: { personId: tutorId },
    });
    const params = { membershipId: id };
    await app.call('POST /centre/members/:membershipId/end', { params }, coordinator);
    const count = () => app.db.system.mail.count({ where: { toEmail: email } });
    const before = await count();

    expect(await codeOf(await open(token))).toBe('access_ended');
    expect(await codeOf(await post('/access-links/renew', { token }))).toBe('access_ended');
    expect((await ask(email)).status).toBe(200);
    const appraisal = await app.db.system.appraisal.findFirstOrThrow({ where: { tutorId } });
    const asked = await app.call(
      'POST /appraisals/:appraisalId/link',
      { params: { appraisalId: appraisal.id } },
      coordinator,
    );
    expect(asked.problem.detail).toContain('L’accès d’Hélène Ferrand a été retiré');
    expect(await count()).toBe(before);
    const { endedAt } = await app.db.system.membership.findFirstOrThrow({ where: { id } });
    expect(endedAt).not.toBeNull();

    const { body } = await app.call('GET /centre', {}, coordinator);
    expect(body.members.find((member) => member.id === id)).toMatchObject({ ended: true });
    await app.call('POST /centre/members/:membershipId/reopen', { params }, coordinator);
    // What was sent before the end stays shut; it renews itself to the same address.
    expect(await codeOf(await open(token))).toBe('link_expired');
    await post('/access-links/renew', { token });
    expect((await open(await readToken(email))).status).toBe(200);
  });

  it('puts a tutor or a learner out at once, on every device, and giving it back lets no old session in', async () => {
    const email = 'dehors@cabinet.example';
    const tutorId = await addTutor(email);
    const cookie = cookieOf(await open(await mailLink(tutorId, email)));
    const statusInside = async () =>
      (await fetch(`${app.url}/api/tutor/appraisals`, { headers: { cookie } })).status;
    expect(await statusInside()).toBe(200);
    const accesses = async (by = coordinator) =>
      app.call('GET /people/:personId/accesses', { params: { personId: tutorId } }, by);
    const [access] = (await accesses()).body;
    expect(access).toMatchObject({ role: 'tutor', endedAt: null });
    const params = { membershipId: access?.id ?? '' };
    await app.call('POST /centre/members/:membershipId/end', { params }, coordinator);
    expect(await statusInside()).toBe(401);
    expect((await accesses()).body[0]?.endedAt).not.toBeNull();
    await app.call('POST /centre/members/:membershipId/reopen', { params }, coordinator);
    expect(await statusInside()).toBe(401);
    expect((await accesses()).body[0]?.endedAt).toBeNull();
  });

  it('a mail removed shuts all that the mailbox opened, until an address is given, to whomever', async () => {
    const email = 'retiree@cabinet.example';
    const tutorId = await addTutor(email);
    const cookie = cookieOf(await open(await mailLink(tutorId, email)));
    await ask(email);
    const unused = await readToken(email);
    const save = async (personId: string, change: object) => {
      const params = { personId };
      const { body } = await app.call('GET /people/:personId', { params }, coordinator);
      await app.call(
        'PUT /people/:personId',
        { params, body: { ...body, ...change } },
        coordinator,
      );
    };
    await save(tutorId, { email: null });
    const inside = await fetch(`${app.url}/api/tutor/appraisals`, { headers: { cookie } });
    expect(inside.status).toBe(401);
    const count = () => app.db.system.mail.count({ where: { toEmail: email } });
    const before = await count();
    expect(await codeOf(await open(unused))).toBe('access_ended');
    expect(await codeOf(await post('/access-links/renew', { token: unused }))).toBe('access_ended');
    await ask(email);
    expect(await count()).toBe(before);
    const { id } = await app.db.system.membership.findFirstOrThrow({
      where: { personId: tutorId },
    });
    const reopened = await app.call(
      'POST /centre/members/:membershipId/reopen',
      { params: { membershipId: id } },
      coordinator,
    );
    expect(reopened.problem.detail).toContain('indiquez une adresse sur la fiche');

    await save(tutorId, { email: 'nouvelle@cabinet.example' });
    await ask('nouvelle@cabinet.example');
    expect((await open(await readToken('nouvelle@cabinet.example'))).status).toBe(200);
    await save(tutorId, { email: null });
    const other = await centre.addPerson('Marc', 'Associé');
    await addTutoredLearner(app.db, centre, cohortId, { tutorId: other });
    await save(other, { email: 'nouvelle@cabinet.example' });
    const held = await app.db.system.membership.findMany({ where: { personId: other } });
    expect(held).toMatchObject([{ role: 'tutor', endedAt: null, mailRemoved: false }]);

    await save(tutorId, { email: 'encore@associes.example' });
    await save(tutorId, { email: null });
    await save(other, { email: 'encore@associes.example' });
    const accessOf = (personId: string) =>
      app.db.system.membership.findFirstOrThrow({ where: { personId }, include: { user: true } });
    const mine = { endedAt: null, mailRemoved: false, user: { email: 'encore@associes.example' } };
    expect(await accessOf(other)).toMatchObject(mine);
    await save(tutorId, { email: 'sienne@associes.example' });
    expect(await accessOf(tutorId)).toMatchObject({
      ...mine,
      user: { email: 'sienne@associes.example' },
    });
  });

  it('is the office’s to end: another centre finds nobody, a trainer may not look', async () => {
    const tutorId = await addTutor('reste@cabinet.example');
    const elsewhere = await (await app.addCentre('afbb')).addMember('coordinator');
    const read = (by: Member) =>
      app.call('GET /people/:personId/accesses', { params: { personId: tutorId } }, by);
    expect((await read(elsewhere)).status).toBe(404);
    expect((await read(await centre.addMember('trainer'))).status).toBe(403);
  });
});
