import { afterEach, describe, expect, it } from '@jest/globals';
import { addLearner, onServer, openFeed, readFeed, removeSlot } from '../support/calendar-feeds.ts';
import {
  addRoom,
  app,
  as,
  centre,
  coordinator,
  openCalendars,
  planCohort,
} from '../support/calendars.ts';

openCalendars();
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

const unknown = '01890000-0000-7000-8000-000000000000';

describe('the address is a secret', () => {
  it('is told once and kept as a hash', async () => {
    const { cohort } = await planCohort('Secret');
    const { id, address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const secret = address.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(secret.length).toBeGreaterThanOrEqual(43);
    const row = await app.db.system.calendarFeed.findFirstOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(secret);
    const { body } = await as()('GET /calendar-feeds', {});
    expect(body.find((feed) => feed.id === id)).toMatchObject({
      kind: 'cohort',
      subject: { id: cohort.id, name: 'Secret' },
      isMine: true,
    });
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('two clicks at once make one address', async () => {
    const { cohort } = await planCohort('Double clic');
    const create = () =>
      as()('POST /calendar-feeds', { body: { kind: 'cohort', cohortId: cohort.id } });
    const answers = await Promise.all([create(), create()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toMatch(
      'déjà une adresse',
    );
  });

  it('revoked, it says so and what to do; replaced twice at once, one new address stands', async () => {
    const { cohort } = await planCohort('Révoqué');
    const { id, address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const replace = () =>
      as()('POST /calendar-feeds/:feedId/replacement', { params: { feedId: id } });
    const answers = await Promise.all([replace(), replace()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { status, problem, headers } = await readFeed(address);
    expect([status, headers.get('content-type'), problem.title, problem.detail]).toEqual([
      410,
      'application/problem+json; charset=utf-8',
      'Cette adresse d’agenda ne sert plus',
      'Elle a été révoquée dans Jalon. Retirez-la de votre agenda et créez-en une nouvelle.',
    ]);
    const fresh = answers.find((answer) => answer.status === 200);
    expect((await readFeed(onServer(fresh?.body.address ?? ''))).status).toBe(200);
    const revoke = () =>
      as()('DELETE /calendar-feeds/:feedId', { params: { feedId: fresh?.body.id ?? '' } });
    expect((await revoke()).status).toBe(200);
    expect((await revoke()).status).toBe(409);
    expect((await readFeed(onServer(fresh?.body.address ?? ''))).status).toBe(410);
    const trail = await app.db.system.auditEvent.findMany({
      where: { centreId: centre.id, action: { startsWith: 'calendar-feed.' }, subjectId: id },
      orderBy: { seq: 'asc' },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      'calendar-feed.created',
      'calendar-feed.revoked',
    ]);
  });

  it('unknown: 404 without more', async () => {
    const { status, problem } = await readFeed(`${app.url}/api/feeds/nimporte-quoi.ics`);
    expect([status, problem.title]).toEqual([404, 'Cette adresse d’agenda n’est pas reconnue']);
  });

  it('of someone whose access has ended: nothing', async () => {
    const trainer = await centre.addMember('trainer');
    const { address } = await openFeed({ kind: 'trainer', trainerId: null }, trainer);
    await app.db.system.membership.updateMany({
      where: { personId: trainer.personId },
      data: { endedAt: new Date() },
    });
    const { status, problem } = await readFeed(address);
    expect([status, problem.detail]).toEqual([410, expect.stringMatching('mis fin à cet accès')]);
  });

  it('of someone who no longer has the role that sees it: neither read nor renewed', async () => {
    const { cohort } = await planCohort('Ancienne coordinatrice');
    const roomId = await addRoom('Salle de l’ancienne');
    const trainer = await centre.addMember('trainer');
    const former = await centre.addMember('coordinator');
    const feeds = [
      await openFeed({ kind: 'cohort', cohortId: cohort.id }, former),
      await openFeed({ kind: 'room', roomId }, former),
      await openFeed({ kind: 'trainer', trainerId: trainer.personId }, former),
    ];
    const statuses = async () =>
      Promise.all(feeds.map(async ({ address }) => (await readFeed(address)).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    const { userId } = former;
    await app.db.system.membership.updateMany({ where: { userId }, data: { role: 'trainer' } });
    expect(await statuses()).toEqual([410, 410, 410]);
    const { problem } = await readFeed(feeds[0]?.address ?? '');
    expect(problem.detail).toMatch(
      /^La personne qui l’a créée n’a plus accès à ce calendrier\. Retirez-la de votre agenda/,
    );
    const renewed = await as(former)('POST /calendar-feeds/:feedId/replacement', {
      params: { feedId: feeds[0]?.id ?? '' },
    });
    expect(renewed.status).toBe(403);
    await app.db.system.membership.updateMany({
      where: { userId },
      data: { role: 'coordinator', endedAt: new Date() },
    });
    expect(await statuses()).toEqual([410, 410, 410]);
  });

  it('unchanged, the calendar is not sent twice; changed, it is', async () => {
    const { cohort, first } = await planCohort('Inchangé');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const etag = (await readFeed(address)).headers.get('etag') ?? '';
    app.clock.set('2026-11-23T10:00:00+01:00');
    const again = await readFeed(address, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    await removeSlot(first);
    const changed = await readFeed(address, { 'if-none-match': etag });
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('is slowed down like a login link: at most 8 reads a minute', async () => {
    const { cohort } = await planCohort('Trop souvent');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const answers = [];
    for (let count = 0; count < 9; count += 1) answers.push((await readFeed(address)).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
  });
});

describe('who may subscribe to what', () => {
  const create = (body: Record<string, unknown>, by = coordinator) =>
    as(by)('POST /calendar-feeds', { body });

  it('learners, tutors and trainers: to their own half-days only', async () => {
    const { cohort } = await planCohort('Droits');
    const roomId = await addRoom('Salle des droits');
    const [trainer, other] = [await centre.addMember('trainer'), await centre.addMember('trainer')];
    const learner = await centre.addMember('learner');
    const tutor = await centre.addMember('tutor');
    const refusals = [
      await create({ kind: 'cohort', cohortId: cohort.id }, learner),
      await create({ kind: 'trainer', trainerId: null }, learner),
      await create({ kind: 'room', roomId }, tutor),
      await create({ kind: 'learner' }, tutor),
      await create({ kind: 'trainer', trainerId: other.personId }, trainer),
      await create({ kind: 'cohort', cohortId: cohort.id }, trainer),
      await create({ kind: 'learner' }, coordinator),
    ];
    expect(refusals.map(({ status }) => status)).toEqual(refusals.map(() => 403));
  });

  it('someone else’s address is not found; the coordination revokes it and never has its secret', async () => {
    const { cohort } = await planCohort('Droits de révoquer');
    const learner = await addLearner(cohort.id);
    const stranger = await addLearner(cohort.id, { givenName: 'Zoé' });
    const trainer = await centre.addMember('trainer');
    const own = await openFeed({ kind: 'learner' }, learner);
    const taught = await openFeed({ kind: 'trainer', trainerId: null }, trainer);
    const revoke = (feedId: string, by: typeof trainer) =>
      as(by)('DELETE /calendar-feeds/:feedId', { params: { feedId } });
    expect((await revoke(own.id, stranger)).status).toBe(404);
    expect((await as(stranger)('GET /calendar-feeds', {})).body).toEqual([]);
    const replaced = await as()('POST /calendar-feeds/:feedId/replacement', {
      params: { feedId: own.id },
    });
    expect(replaced.status).toBe(404);
    expect((await revoke(own.id, coordinator)).status).toBe(200);
    expect((await readFeed(own.address)).status).toBe(410);
    expect((await revoke(taught.id, coordinator)).status).toBe(200);
    expect((await revoke(unknown, coordinator)).status).toBe(404);
  });

  it('the office reads on someone’s page that an address exists, and when it was last read', async () => {
    const { cohort } = await planCohort('Adresses d’une personne');
    const learner = await addLearner(cohort.id);
    const director = await centre.addMember('director');
    const { id, address } = await openFeed({ kind: 'learner' }, learner);
    const params = { personId: learner.personId };
    const list = async (by: typeof director) =>
      (await as(by)('GET /people/:personId/calendar-feeds', { params })).body;
    const known = { id, kind: 'learner', createdBy: 'Lina Abadie', isMine: false };
    expect(await list(coordinator)).toMatchObject([{ ...known, lastReadAt: null }]);
    await readFeed(address);
    app.clock.set('2026-11-23T09:30:00+01:00');
    await readFeed(address);
    const found = await list(director);
    expect(found).toMatchObject([{ ...known, lastReadAt: '2026-11-23T08:00:00.000Z' }]);
    const secret = address.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(JSON.stringify(found)).not.toContain(secret);
    const revoke = (by: typeof director) =>
      as(by)('DELETE /calendar-feeds/:feedId', { params: { feedId: id } });
    expect((await revoke(director)).status).toBe(403);
    expect((await revoke(coordinator)).status).toBe(200);
    expect(await list(coordinator)).toEqual([]);
    const [trail] = await app.db.system.auditEvent.findMany({
      where: { centreId: centre.id, action: 'calendar-feed.revoked', subjectId: id },
    });
    expect(trail?.actorUserId).toBe(coordinator.userId);
    expect((await as(learner)('GET /people/:personId/calendar-feeds', { params })).status).toBe(
      403,
    );
  });

  it('what belongs to another centre is not found', async () => {
    const other = await app.addCentre('Ailleurs');
    const there = await other.addMember('coordinator');
    const { cohort } = await planCohort('Pas la leur');
    const { id } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    expect((await create({ kind: 'cohort', cohortId: cohort.id }, there)).status).toBe(404);
    const { status } = await as(there)('DELETE /calendar-feeds/:feedId', {
      params: { feedId: id },
    });
    expect(status).toBe(404);
  });
});
