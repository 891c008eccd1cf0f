import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('Keyce Santé');
  coordinator = await centre.addMember('coordinator');
});
afterAll(() => app.close());

describe('sites and their closures', () => {
  it('a closure that ends before it begins is said at its field', async () => {
    const answer = await app.call(
      'POST /sites/:siteId/closures',
      {
        params: { siteId: centre.siteId },
        body: { fromOn: '2026-12-24', toOn: '2026-12-20', label: 'Noël' },
      },
      coordinator,
    );
    expect(answer.status).toBe(422);
    expect(answer.problem.errors).toEqual([
      { pointer: '/toOn', message: 'La fin ne peut pas précéder le début.' },
    ]);
  });

  it('an impossible day is refused: 30 February', async () => {
    const answer = await app.call(
      'POST /sites/:siteId/closures',
      {
        params: { siteId: centre.siteId },
        body: { fromOn: '2027-02-30', toOn: '2027-03-01', label: 'Pont' },
      },
      coordinator,
    );
    expect(answer.problem.errors?.[0]?.pointer).toBe('/fromOn');
  });

  it('two coordinators on one site: the second sees what the first saved', async () => {
    const site = (await app.call('GET /centre', {}, coordinator)).body.sites[0];
    const save = (address: string) =>
      app.call(
        'PUT /sites/:siteId',
        {
          params: { siteId: centre.siteId },
          body: {
            name: site?.name ?? '',
            address,
            holidayZone: 'metropole',
            revision: site?.revision ?? 0,
          },
        },
        coordinator,
      );
    const answers = await Promise.all([save('1 rue du Pont'), save('2 rue du Pont')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = (await app.call('GET /centre', {}, coordinator)).body.sites[0]?.address;
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem).toMatchObject({
      code: 'edited_meanwhile',
      current: { address: kept },
    });
  });

  it('adds and removes a closure', async () => {
    const { body } = await app.call(
      'POST /sites/:siteId/closures',
      {
        params: { siteId: centre.siteId },
        body: { fromOn: '2026-12-24', toOn: '2026-12-31', label: 'Fêtes' },
      },
      coordinator,
    );
    const before = await app.call('GET /centre', {}, coordinator);
    expect(before.body.sites[0]?.closures).toHaveLength(1);
    await app.call(
      'DELETE /sites/:siteId/closures/:closureId',
      { params: { siteId: centre.siteId, closureId: body.id } },
      coordinator,
    );
    const after = await app.call('GET /centre', {}, coordinator);
    expect(after.body.sites[0]?.closures).toHaveLength(0);
  });
});

describe('the people of a centre', () => {
  it('a new trainer chooses a password from the mail, not one that everybody knows, then logs in', async () => {
    const email = 'sandrine.petit@keyce.example';
    const member = { givenName: 'Sandrine', birthName: 'Petit', email, role: 'trainer' };
    const added = await app.call('POST /centre/members', { body: member }, coordinator);
    expect(added.status).toBe(200);
    const mail = await app.db.system.mail.findFirstOrThrow({ where: { toEmail: email } });
    const token = /mot-de-passe\/([^\s]+)/.exec(mail.text)?.[1] ?? '';
    const known = await app.call('POST /passwords', {
      body: { token, password: 'jalon-demonstration' },
    });
    expect(known.problem.errors?.[0]).toMatchObject({
      pointer: '/password',
      message: expect.stringContaining('écrit dans la documentation'),
    });
    const password = 'trois mots bien choisis';
    expect((await app.call('POST /passwords', { body: { token, password } })).status).toBe(200);
    expect((await app.call('POST /passwords', { body: { token, password } })).status).toBe(410);
    const session = await app.call('POST /sessions', { body: { email, password } });
    expect(session.body.roles).toEqual(['trainer']);
  });

  it('the same access twice is refused at the field', async () => {
    const member = {
      givenName: 'Paul',
      birthName: 'Roche',
      email: 'paul.roche@keyce.example',
      role: 'trainer',
    };
    await app.call('POST /centre/members', { body: member }, coordinator);
    const again = await app.call('POST /centre/members', { body: member }, coordinator);
    expect(again.status).toBe(409);
    expect(again.problem.errors?.[0]?.pointer).toBe('/email');
  });

  it('an access is refused to a name whose address is someone else’s, whom it names', async () => {
    const { email } = await centre.addMember('tutor', { givenName: 'Odile', birthName: 'Prat' });
    const give = (givenName: string, birthName: string) =>
      app.call(
        'POST /centre/members',
        { body: { givenName, birthName, email, role: 'trainer' } },
        coordinator,
      );
    const named = [{ pointer: '/email', message: expect.stringContaining('celle de Prat Odile') }];
    expect((await give('Jean', 'Weber')).problem.errors).toEqual(named);
    const given = await give('Odile', 'PRAT');
    expect(given.status).toBe(200);
    const params = { membershipId: given.body.id };
    await app.call('POST /centre/members/:membershipId/end', { params }, coordinator);
    expect((await give('Jean', 'Weber')).problem.errors).toEqual(named);
  });

  it('an access that ended opens nothing more', async () => {
    const leaving = await centre.addMember('trainer');
    const membership = await app.db.system.membership.findFirstOrThrow({
      where: { userId: leaving.userId },
    });
    expect((await app.call('GET /trainers', {}, leaving)).status).toBe(200);
    await app.call(
      'POST /centre/members/:membershipId/end',
      { params: { membershipId: membership.id } },
      coordinator,
    );
    expect((await app.call('GET /trainers', {}, leaving)).status).toBe(401);
  });

  it('an ended access is given back by hand, and the trail says so', async () => {
    const back = await centre.addMember('trainer');
    const { id } = await app.db.system.membership.findFirstOrThrow({
      where: { userId: back.userId },
    });
    const params = { membershipId: id };
    await app.call('POST /centre/members/:membershipId/end', { params }, coordinator);
    await app.call('POST /centre/members/:membershipId/reopen', { params }, coordinator);
    expect((await app.call('GET /trainers', {}, back)).status).toBe(200);
    const trail = await app.db.system.auditEvent.findMany({
      where: { subjectId: id },
      orderBy: { seq: 'asc' },
    });
    expect(trail.map(({ action, actorUserId }) => [action, actorUserId])).toEqual([
      ['member.ended', coordinator.userId],
      ['member.reopened', coordinator.userId],
    ]);
  });

  it('someone who left is added again by the form: the same access opens', async () => {
    const email = 'retour@keyce.example';
    const body = { givenName: 'Luc', birthName: 'Retour', email, role: 'director' };
    const first = await app.call('POST /centre/members', { body }, coordinator);
    const params = { membershipId: first.body.id };
    await app.call('POST /centre/members/:membershipId/end', { params }, coordinator);
    const again = await app.call('POST /centre/members', { body }, coordinator);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const { body: read } = await app.call('GET /centre', {}, coordinator);
    expect(read.members.find(({ id }) => id === first.body.id)?.ended).toBe(false);
  });
});

describe('the platform opens a centre', () => {
  it('with its site, the four framework versions, and a coordinator', async () => {
    const platform = await (await app.addCentre('Jalon')).addMember('platform_admin');
    const body = {
      name: 'AFML Dopamine',
      slug: 'afml',
      siteName: 'Toulouse',
      siteAddress: 'Toulouse',
      holidayZone: 'metropole',
      coordinator: { givenName: 'Ana', birthName: 'Costa', email: 'ana.costa@afml.example' },
    };
    const opened = await app.call('POST /platform/centres', { body }, platform);
    expect(opened.status).toBe(200);
    const where = { centreId: opened.body.id };
    expect(await app.db.system.frameworkVersion.count({ where })).toBe(4);
    const twice = await app.call('POST /platform/centres', { body }, platform);
    expect(twice.problem.errors?.[0]?.pointer).toBe('/slug');
    const { body: list } = await app.call('GET /platform/centres', {}, platform);
    expect(list.find(({ slug }) => slug === 'afml')).toMatchObject({
      siteCount: 1,
      learnerCount: 0,
    });
  });

  it('its administrator reads no cohort, no person', async () => {
    const platform = await (await app.addCentre('Jalon 2')).addMember('platform_admin');
    expect((await app.call('GET /centre', {}, platform)).status).toBe(403);
  });
});

describe('a centre names its own certifier', () => {
  it('gives the role from the team screen, by a link to choose a password', async () => {
    const email = 'certificateur@keyce.example';
    const added = await app.call(
      'POST /centre/members',
      { body: { givenName: 'Marc', birthName: 'Delorme', email, role: 'certifier' } },
      coordinator,
    );
    expect(added.status).toBe(200);
    const { members } = (await app.call('GET /centre', {}, coordinator)).body;
    expect(members).toContainEqual(expect.objectContaining({ email, role: 'certifier' }));
    expect(await app.db.system.mail.count({ where: { toEmail: email } })).toBe(1);
  });
});
