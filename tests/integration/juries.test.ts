import { describe, expect, it } from '@jest/globals';
import { asNewMember } from '../support/jury-builder.ts';
import {
  app,
  centre,
  coordinator,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import { addCohort } from '../support/tutored-learner.ts';

openJuryOffice();

const maxime = { givenName: 'Maxime', birthName: 'Bonnet' };

describe('a session is prepared', () => {
  it('takes the learners of a cohort in the order of names, and its framework', async () => {
    const { juryId } = await office.prepare(
      [{ name: { givenName: 'Élodie', birthName: 'Garnier' } }, { name: maxime }],
      { opens: false },
    );
    const session = await office.read(juryId);
    expect(session.candidates.map(({ name }) => name)).toEqual(['Bonnet Maxime', 'Garnier Élodie']);
    expect(session).toMatchObject({ state: 'prepared', framework: { rncp: 'RNCP40913' } });
    expect(session.composition.outcome).toBe('valid');
  });

  it('recognises a member by the address, and never seats them twice', async () => {
    const { juryId } = await office.prepare([{}], { opens: false });
    const answer = await office.addMember(juryId, asNewMember(employer, 'employer'));
    expect(answer.problem.code).toBe('already_exists');
    const session = await office.read(juryId);
    expect(session.members.map(({ personId }) => personId)).toContain(employer.personId);
  });

  it('refuses the address of someone of another name, whom it names', async () => {
    const { juryId } = await office.prepare([{}], { opens: false });
    const body = {
      givenName: 'Sara',
      familyName: 'Bel',
      email: employer.email,
      college: 'employee',
    };
    const { problem } = await office.addMember(juryId, body);
    expect(problem.errors).toEqual([
      { pointer: '/email', message: expect.stringContaining('celle de Dupuis Marc') },
    ]);
  });

  it('creates a person, a login and a role for a new member, and mails one link to each', async () => {
    const { juryId, params } = await office.prepare([{}], { opens: false });
    const email = `nouveau-${juryId}@test.example`;
    await office.addMember(juryId, {
      givenName: 'Sara',
      familyName: 'Bel',
      email,
      college: 'employee',
      isAlternate: true,
    });
    const { body } = await app.call(
      'POST /juries/:juryId/invitations',
      { params, body: {} },
      coordinator,
    );
    expect(body.sent).toBe(3);
    const mail = only(await app.db.system.mail.findMany({ where: { toEmail: email } }));
    expect(mail.text).toContain('lundi 23 novembre 2026');
    const token = /\/acces\/(\S+)/.exec(mail.text)?.[1];
    const opened = await app.call('POST /access-links/open', { body: { token } });
    expect(opened.body.path).toBe(`/jurys/${juryId}`);
  });

  it('refuses two frameworks in one session, and a training without jury', async () => {
    const fae = await centre.addFramework('FAE-112');
    const cohortId = await addCohort(app.db, centre, { frameworkVersionId: fae.id });
    const call = (cohortIds: string[]) =>
      app.call(
        'POST /juries',
        { body: { heldOn: '2026-11-23', place: 'Ici', cohortIds } },
        coordinator,
      );
    expect((await call([cohortId])).problem.detail).toContain('attestation');
    const { cohortId: other } = await office.prepare([{}], { opens: false });
    expect((await call([cohortId, other])).problem.errors?.[0]?.pointer).toBe('/cohortIds');
  });

  it('never sits before the course of those it judges', async () => {
    const { juryId, params, cohortId, learners } = await office.prepare([{}], { opens: false });
    const prepare = (heldOn: string) =>
      app.call(
        'POST /juries',
        { body: { heldOn, place: 'Ici', cohortIds: [cohortId] } },
        coordinator,
      );
    for (const heldOn of ['2019-11-22', '2126-11-23'])
      expect((await prepare(heldOn)).problem.errors?.[0]?.pointer).toBe('/heldOn');
    const { revision } = await office.read(juryId);
    const moved = await app.call(
      'PUT /juries/:juryId',
      { params, body: { heldOn: '2019-11-22', place: 'Ici', revision } },
      coordinator,
    );
    expect(moved.problem.errors?.[0]?.pointer).toBe('/heldOn');
    const later = only(learners).enrolmentId;
    await app.db.system.enrolment.updateMany({
      where: { id: later },
      data: { startsOn: new Date('2026-12-01') },
    });
    const other = await office.prepareSession({ cohortIds: [cohortId] });
    expect((await office.read(other)).candidates).toEqual([]);
    const added = await app.call(
      'POST /juries/:juryId/candidates',
      { params: { juryId: other }, body: { enrolmentIds: [later] } },
      coordinator,
    );
    expect(added.problem.errors?.[0]).toMatchObject({
      pointer: '/enrolmentIds',
      message: expect.stringContaining('ne commence que le 1er décembre 2026'),
    });
  });

  it('is cancelled as long as nothing is decided: who was invited is told, re-sits wait again', async () => {
    const { params, learners, cohortId } = await office.prepare([{}], { opens: false });
    const { email } = employer;
    await app.call('POST /juries/:juryId/invitations', { params, body: {} }, coordinator);
    const remove = (by = coordinator) => app.call('DELETE /juries/:juryId', { params }, by);
    expect((await remove(employer)).status).toBe(403);
    expect((await remove()).body).toEqual({ told: 2 });
    expect((await remove()).status).toBe(404);
    const told = await app.db.system.mail.count({
      where: { toEmail: email, subject: 'Jury du lundi 23 novembre 2026 : la session est annulée' },
    });
    expect(told).toBe(1);
    const { body: journal } = await app.call('GET /audit-events', { query: {} }, coordinator);
    expect(journal.rows.find(({ action }) => action === 'jury.removed')).toMatchObject({
      subject: 'Jury du 23 novembre 2026',
      place: null,
    });
    const next = await office.prepareSession({ cohortIds: [cohortId] });
    await office.open(next);
    await office.decideAll(next, only(learners), ['B1']);
    const kept = await app.call(
      'DELETE /juries/:juryId',
      { params: { juryId: next } },
      coordinator,
    );
    expect(kept.problem.errors?.[0]?.message).toMatch(/^1 décision y est écrite/);
  });

  it('opens on its day, with candidates', async () => {
    const { juryId, params } = await office.prepare([], { opens: false });
    expect((await office.open(juryId)).problem.detail).toContain('Aucun candidat');
    const { revision } = await office.read(juryId);
    await app.call(
      'PUT /juries/:juryId',
      { params, body: { heldOn: '2026-12-18', place: 'Le Mans', revision } },
      coordinator,
    );
    const { cohortId } = await office.prepare([{}], { opens: false });
    await app.call(
      'POST /juries/:juryId/candidates',
      { params, body: { cohortIds: [cohortId] } },
      coordinator,
    );
    expect((await office.open(juryId)).problem.detail).toContain('vendredi 18 décembre 2026');
  });

  it('opens once a person has marked each member present or absent, never before', async () => {
    const { juryId } = await office.prepare([{}], { opens: false });
    const { members, opening } = await office.read(juryId);
    expect(members.map(({ isPresent }) => isPresent)).toEqual([null, null]);
    expect(opening.map(({ rule }) => rule)).toEqual([
      'jury.attendance-marked',
      'jury.attendance-marked',
    ]);
    await office.markPresent(juryId, [employer]);
    const refused = await office.openAsMarked(juryId);
    expect(refused.status).toBe(422);
    expect(refused.problem.errors).toEqual([
      {
        pointer: '/members/1/isPresent',
        message: 'Lenoir Julie : notez sa présence ou son absence.',
      },
    ]);
    expect((await office.open(juryId)).body).toMatchObject({ state: 'open', opening: [] });
  });

  it('says when each member was last invited', async () => {
    const { juryId, params } = await office.prepare([{}], { opens: false });
    const invitedOf = async () =>
      (await office.read(juryId)).members.map(({ invitedAt }) => invitedAt !== null);
    expect(await invitedOf()).toEqual([false, false]);
    const [first] = (await office.read(juryId)).members;
    const body = { memberIds: [first?.id] };
    await app.call('POST /juries/:juryId/invitations', { params, body }, coordinator);
    expect(await invitedOf()).toEqual([true, false]);
  });

  it('takes somebody once, however often they are added', async () => {
    const { juryId, params, cohortId, learners } = await office.prepare([{}], { opens: false });
    const body = {
      cohortIds: [cohortId],
      enrolmentIds: learners.map(({ enrolmentId }) => enrolmentId),
    };
    await Promise.all([
      app.call('POST /juries/:juryId/candidates', { params, body }, coordinator),
      app.call('POST /juries/:juryId/candidates', { params, body }, coordinator),
    ]);
    expect((await office.read(juryId)).candidates).toHaveLength(1);
  });
});

describe('who sees a session', () => {
  it('a jury member sees their own, and 404 for another', async () => {
    const { juryId, params } = await office.prepare();
    const stranger = await centre.addMember('jury_member');
    expect((await app.call('GET /juries/:juryId/room', { params }, employer)).status).toBe(200);
    const calls = [
      await app.call('GET /juries/:juryId', { params }, stranger),
      await app.call('GET /juries/:juryId/room', { params }, stranger),
      await app.call('GET /juries/:juryId/decisions', { params }, stranger),
      await app.call('GET /juries/:juryId/minutes', { params }, stranger),
    ];
    expect(calls.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await app.call('GET /juries', {}, stranger)).body).toEqual([]);
    expect((await app.call('GET /juries', {}, employer)).body.map(({ id }) => id)).toContain(
      juryId,
    );
  });

  it('another centre’s coordinator finds nothing', async () => {
    const { params } = await office.prepare();
    const elsewhere = await (await app.addCentre('afbb')).addMember('coordinator');
    expect((await app.call('GET /juries/:juryId', { params }, elsewhere)).status).toBe(404);
  });

  it('a member does not read the others’ addresses', async () => {
    const { juryId } = await office.prepare();
    expect((await office.read(juryId, employer)).members.map(({ email }) => email)).toEqual([
      null,
      null,
    ]);
  });
});
