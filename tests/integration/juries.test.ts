import type { Framework } from '@jalon/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addAfgsu,
  addJuryLearner,
  asNewMember,
  type JuryLearner,
} from '../support/jury-builder.ts';
import { connectAsApp } from '../support/sql-client.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let employer: Member;
let employee: Member;
let framework: Framework;
let frameworkId: string;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  employer = await centre.addMember('jury_member', { givenName: 'Marc', birthName: 'Dupuis' });
  employee = await centre.addMember('jury_member', { givenName: 'Julie', birthName: 'Lenoir' });
  ({ id: frameworkId, content: framework } = await centre.addFramework());
});
afterAll(() => app.close());
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

const blocks = ['B1', 'B2', 'B3', 'B4'];
const maxime = { givenName: 'Maxime', birthName: 'Bonnet' };
let cohortCount = 0;

type FileOptions = Parameters<typeof addJuryLearner>[3];
type NewDecision = { enrolmentId: string; blockCode: string; decision: string } & Record<
  string,
  unknown
>;

/** A session with one member of each college and these learners, open unless told otherwise. */
async function prepare(files: Partial<FileOptions>[] = [{}], { opens = true } = {}) {
  cohortCount += 1;
  const cohortId = await addCohort(app.db, centre, {
    name: `Automne ${cohortCount}`,
    frameworkVersionId: frameworkId,
  });
  const learners: JuryLearner[] = [];
  for (const file of files)
    learners.push(
      await addJuryLearner(app.db, centre, { id: cohortId, framework }, { name: maxime, ...file }),
    );
  const { body } = await app.call(
    'POST /juries',
    { body: { heldOn: '2026-11-23', place: 'Le Mans, salle 2', cohortIds: [cohortId] } },
    coordinator,
  );
  const params = { juryId: body.id };
  await addMember(body.id, asNewMember(employer, 'employer', true));
  await addMember(body.id, asNewMember(employee, 'employee'));
  if (opens) await open(body.id);
  return { juryId: body.id, params, learners, cohortId };
}

const addMember = (juryId: string, body: Record<string, unknown>) =>
  app.call('POST /juries/:juryId/members', { params: { juryId }, body }, coordinator);
const read = async (juryId: string, by = coordinator) =>
  (await app.call('GET /juries/:juryId', { params: { juryId } }, by)).body;
const open = async (juryId: string) => {
  const { revision } = await read(juryId);
  return app.call(
    'POST /juries/:juryId/opening',
    { params: { juryId }, body: { revision } },
    coordinator,
  );
};
const close = async (juryId: string, by = coordinator) => {
  const { revision } = await read(juryId);
  return app.call('POST /juries/:juryId/closing', { params: { juryId }, body: { revision } }, by);
};
const decide = (juryId: string, decisions: NewDecision[], by = coordinator) =>
  app.call(
    'PUT /juries/:juryId/decisions',
    {
      params: { juryId },
      body: { decisions: decisions.map((one) => ({ expectedDecisionId: null, ...one })) },
    },
    by,
  );
const decideAll = (juryId: string, { enrolmentId }: JuryLearner, codes = blocks) =>
  decide(
    juryId,
    codes.map((blockCode) => ({ enrolmentId, blockCode, decision: 'acquired' })),
  );
const room = async (juryId: string, by = coordinator) =>
  (await app.call('GET /juries/:juryId/room', { params: { juryId } }, by)).body;
const only = <T>(items: readonly T[]): T => {
  const [first] = items;
  if (first === undefined) throw new Error('expected one');
  return first;
};

describe('a session is prepared', () => {
  it('takes the learners of a cohort in the order of names, and its framework', async () => {
    const { juryId } = await prepare(
      [{ name: { givenName: 'Élodie', birthName: 'Garnier' } }, { name: maxime }],
      { opens: false },
    );
    const session = await read(juryId);
    expect(session.candidates.map(({ name }) => name)).toEqual(['Bonnet Maxime', 'Garnier Élodie']);
    expect(session).toMatchObject({ state: 'prepared', framework: { rncp: 'RNCP40913' } });
    expect(session.composition.outcome).toBe('valid');
  });

  it('recognises a member by the address, and never seats them twice', async () => {
    const { juryId } = await prepare([{}], { opens: false });
    const answer = await addMember(juryId, asNewMember(employer, 'employer'));
    expect(answer.problem.code).toBe('already_exists');
    const session = await read(juryId);
    expect(session.members.map(({ personId }) => personId)).toContain(employer.personId);
  });

  it('creates a person, a login and a role for a new member, and mails one link to each', async () => {
    const { juryId, params } = await prepare([{}], { opens: false });
    const email = `nouveau-${juryId}@test.example`;
    await addMember(juryId, {
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
    const { cohortId: other } = await prepare([{}], { opens: false });
    expect((await call([cohortId, other])).problem.errors?.[0]?.pointer).toBe('/cohortIds');
  });

  it('opens on its day, with candidates', async () => {
    const { juryId, params } = await prepare([], { opens: false });
    expect((await open(juryId)).problem.detail).toContain('Aucun candidat');
    const { revision } = await read(juryId);
    await app.call(
      'PUT /juries/:juryId',
      { params, body: { heldOn: '2026-12-18', place: 'Le Mans', revision } },
      coordinator,
    );
    const { cohortId } = await prepare([{}], { opens: false });
    await app.call(
      'POST /juries/:juryId/candidates',
      { params, body: { cohortIds: [cohortId] } },
      coordinator,
    );
    expect((await open(juryId)).problem.detail).toContain('vendredi 18 décembre 2026');
  });

  it('takes somebody once, however often they are added', async () => {
    const { juryId, params, cohortId, learners } = await prepare([{}], { opens: false });
    const body = {
      cohortIds: [cohortId],
      enrolmentIds: learners.map(({ enrolmentId }) => enrolmentId),
    };
    await Promise.all([
      app.call('POST /juries/:juryId/candidates', { params, body }, coordinator),
      app.call('POST /juries/:juryId/candidates', { params, body }, coordinator),
    ]);
    expect((await read(juryId)).candidates).toHaveLength(1);
  });
});

describe('the proposal stands beside the decision (DOMAIN 13)', () => {
  it('gives its reasons and their sources, and pre-fills nothing', async () => {
    const { juryId } = await prepare();
    const { candidates, decisions } = await room(juryId);
    const block = only(candidates).blocks[1];
    expect(block?.proposal?.outcome).toBe('acquired');
    expect(block?.proposal?.reasons[0]?.facts).toBe('4 épreuves acquises sur 4, il en faut 3.');
    expect(block?.proposal?.reasons[0]?.source).toContain('S1:L134');
    expect(decisions).toEqual([]);
  });

  it('shows hours, AFGSU, tutor and route above the blocks', async () => {
    const tutor = await centre.addPerson('Hélène', 'Ferrand');
    const { juryId } = await prepare([{ tutorId: tutor }]);
    const facts = only((await room(juryId)).candidates).facts;
    expect(facts.map(({ label, value }) => `${label} : ${value}`)).toEqual([
      'Heures : 0 h sur 279 h',
      'AFGSU 1 : valide jusqu’au 4 mars 2029',
      'Tuteur : Ferrand Hélène, 4 appréciations',
      'Entrée : formation continue',
    ]);
  });

  it('block 4 without AFGSU is not proposed acquired (S1:L155)', async () => {
    const { juryId } = await prepare([{ afgsuOn: null }]);
    const block = only((await room(juryId)).candidates).blocks[3];
    expect(block?.proposal?.outcome).toBe('incomplete');
    expect(block?.proposal?.reasons.filter(({ met }) => !met).map(({ facts }) => facts)).toEqual([
      expect.stringContaining('aucune attestation n’est enregistrée'),
    ]);
  });
});

describe('a decision is recorded', () => {
  it('by a member of the session as by the office, and supersedes while the session is open', async () => {
    const { juryId, learners } = await prepare();
    const { enrolmentId } = only(learners);
    const first = only(
      (await decide(juryId, [{ enrolmentId, blockCode: 'B1', decision: 'acquired' }], employer))
        .body.decisions,
    );
    expect(first.decidedByName).toBe('Dupuis Marc');
    const second = await decide(juryId, [
      {
        enrolmentId,
        blockCode: 'B1',
        decision: 'not_acquired',
        motive: 'Épreuve contestée en séance.',
        expectedDecisionId: first.id,
      },
    ]);
    expect(only(second.body.decisions).decision).toBe('not_acquired');
    const rows = await app.db.system.juryDecision.findMany({ where: { enrolmentId } });
    expect(rows.map(({ supersededById }) => supersededById).sort()).toEqual([
      only(second.body.decisions).id,
      null,
    ]);
  });

  it('is refused without a motive against the proposal', async () => {
    const { juryId, learners } = await prepare();
    const { enrolmentId } = only(learners);
    const answer = await decide(juryId, [
      { enrolmentId, blockCode: 'B1', decision: 'not_acquired' },
    ]);
    expect(answer.status).toBe(422);
    expect(answer.problem.errors).toEqual([
      { pointer: '/decisions/0/motive', message: expect.stringContaining('indiquez le motif') },
    ]);
  });

  it('of two members at once on the same block keeps one, and shows it to the other', async () => {
    const { juryId, learners } = await prepare();
    const { enrolmentId } = only(learners);
    const sent = { enrolmentId, blockCode: 'B1' };
    const answers = await Promise.all([
      decide(juryId, [{ ...sent, decision: 'acquired' }], employer),
      decide(juryId, [{ ...sent, decision: 'adjourned', motive: 'À revoir.' }], employee),
    ]);
    const [lost] = answers.filter(({ status }) => status === 409);
    const [won] = answers.filter(({ status }) => status === 200);
    expect(lost?.problem.code).toBe('edited_meanwhile');
    expect(lost?.problem.current).toEqual({ decisions: won?.body.decisions });
  });

  it('sent twice by a double click is written once', async () => {
    const { juryId, learners } = await prepare();
    const sent = { enrolmentId: only(learners).enrolmentId, blockCode: 'B1', decision: 'acquired' };
    const answers = await Promise.all([decide(juryId, [sent]), decide(juryId, [sent])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await app.db.system.juryDecision.count({ where: { jurySessionId: juryId } })).toBe(1);
  });

  it('is read by the other members from the instant they last looked', async () => {
    const { juryId, params, learners } = await prepare();
    const { asOf } = await room(juryId, employee);
    await decideAll(juryId, only(learners), ['B1']);
    const { body } = await app.call(
      'GET /juries/:juryId/decisions',
      { params, query: { since: asOf } },
      employee,
    );
    expect(body.decisions.map(({ blockCode }) => blockCode)).toEqual(['B1']);
  });

  it('is saved for a whole jury in one call, each with its line in the audit trail', async () => {
    const { juryId, learners } = await prepare([{}, {}, {}]);
    const answer = await decide(
      juryId,
      learners.flatMap(({ enrolmentId }) =>
        blocks.map((blockCode) => ({ enrolmentId, blockCode, decision: 'acquired' })),
      ),
    );
    expect(answer.body.decisions).toHaveLength(12);
    const trail = await app.db.system.auditEvent.findMany({
      where: {
        action: 'jury.decided',
        subjectId: { in: learners.map(({ enrolmentId }) => enrolmentId) },
      },
    });
    expect(trail).toHaveLength(12);
    expect((await close(juryId)).body.candidates.map(({ result }) => result)).toEqual([
      'total',
      'total',
      'total',
    ]);
  });

  it('is all or none: one fault in the list saves nothing', async () => {
    const { juryId, learners } = await prepare();
    const { enrolmentId } = only(learners);
    const answer = await decide(juryId, [
      { enrolmentId, blockCode: 'B1', decision: 'acquired' },
      { enrolmentId, blockCode: 'B2', decision: 'adjourned' },
    ]);
    expect(answer.status).toBe(422);
    expect(await app.db.system.juryDecision.count({ where: { jurySessionId: juryId } })).toBe(0);
  });

  it('for somebody who is no candidate, or a block that does not exist, is 404', async () => {
    const { juryId, learners } = await prepare();
    const stranger = only((await prepare()).learners);
    const { enrolmentId } = only(learners);
    const answers = [
      await decideAll(juryId, stranger, ['B1']),
      await decide(juryId, [{ enrolmentId, blockCode: 'B9', decision: 'acquired' }]),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

describe('a member tied to a candidate stands aside (W34)', () => {
  it('is found in the data as the tutor, and keeps the session open until recused', async () => {
    const { juryId, params, learners } = await prepare([{ tutorId: employer.personId }]);
    const session = await read(juryId);
    const tie = only(session.conflicts);
    expect(tie).toMatchObject({
      kind: 'tutor',
      origin: 'data',
      certainty: 'certain',
      isRecused: false,
    });
    await addMember(juryId, {
      givenName: 'Karim',
      familyName: 'Tazi',
      email: `karim-${juryId}@test.example`,
      college: 'employer',
    });
    await addMember(juryId, {
      givenName: 'Sophie',
      familyName: 'Blin',
      email: `sophie-${juryId}@test.example`,
      college: 'employee',
    });
    await decideAll(juryId, only(learners));
    const refused = await close(juryId);
    expect(refused.problem.detail).toContain('doit se récuser pour ce candidat');
    await app.call(
      'POST /juries/:juryId/conflicts',
      { params, body: { memberId: tie.memberId, enrolmentId: tie.enrolmentId, kind: 'tutor' } },
      coordinator,
    );
    expect((await close(juryId)).body.state).toBe('closed');
    const whence = { ipAddress: '127.0.0.1', userAgent: 'node' };
    const where = { jurySessionId: juryId };
    expect(await app.db.system.jurySession.findFirst({ where: { id: juryId } })).toMatchObject(
      whence,
    );
    expect(await app.db.system.juryDecision.findFirst({ where })).toMatchObject(whence);
  });

  it('may not decide for that candidate', async () => {
    const { juryId, learners } = await prepare([{ tutorId: employer.personId }]);
    const sent = { enrolmentId: only(learners).enrolmentId, blockCode: 'B1', decision: 'acquired' };
    const answer = await decide(juryId, [sent], employer);
    expect(answer.problem.detail).toContain('Vous avez un lien');
    expect(only((await room(juryId, employer)).candidates).isClosedToMe).toBe(true);
    expect((await decide(juryId, [sent], employee)).status).toBe(200);
  });

  it('declares a tie of their own, never another’s', async () => {
    const { params, learners, juryId } = await prepare();
    const session = await read(juryId);
    const seat = (member: Member) =>
      session.members.find(({ personId }) => personId === member.personId)?.id ?? '';
    const body = (memberId: string) => ({
      memberId,
      enrolmentId: only(learners).enrolmentId,
      kind: 'family',
      note: 'cousine',
    });
    const other = await app.call(
      'POST /juries/:juryId/conflicts',
      { params, body: body(seat(employer)) },
      employee,
    );
    expect(other.status).toBe(403);
    const own = await app.call(
      'POST /juries/:juryId/conflicts',
      { params, body: body(seat(employee)) },
      employee,
    );
    expect(only(own.body.conflicts)).toMatchObject({ isRecused: true, origin: 'declared' });
  });
});

describe('a session closes when nothing is missing (DOMAIN 4.6, Q7)', () => {
  it('not before every block has a decision', async () => {
    const { juryId, learners } = await prepare();
    await decideAll(juryId, only(learners), ['B1', 'B2', 'B3']);
    const answer = await close(juryId);
    expect(answer.problem.detail).toContain('aucune décision n’est prise');
    expect((await read(juryId)).closing.map(({ blockCode }) => blockCode)).toEqual(['B4']);
  });

  it('not with a jury of one college', async () => {
    const { juryId, params, learners } = await prepare();
    await decideAll(juryId, only(learners));
    const seat = (await read(juryId)).members.find(
      ({ personId }) => personId === employee.personId,
    );
    await app.call(
      'PUT /juries/:juryId/members/:memberId',
      {
        params: { ...params, memberId: seat?.id ?? '' },
        body: { college: 'employee', isChair: false, isAlternate: false, isPresent: false },
      },
      coordinator,
    );
    const answer = await close(juryId);
    expect(answer.status).toBe(422);
    expect(answer.problem.detail).toContain('il faut au moins un membre de chaque collège');
  });

  it('not by a jury member, whose role ends with the decisions', async () => {
    const { juryId } = await prepare();
    expect((await close(juryId, employer)).status).toBe(403);
  });
});

describe('a closed session is final', () => {
  const closeOne = async () => {
    const prepared = await prepare([{ tutorId: null }]);
    await decideAll(prepared.juryId, only(prepared.learners));
    await close(prepared.juryId);
    return prepared;
  };

  it('refuses every change by hand-made HTTP', async () => {
    const { juryId, params, learners, cohortId } = await closeOne();
    const session = await read(juryId);
    const { enrolmentId } = only(learners);
    const memberId = session.members[0]?.id ?? '';
    const seat = { college: 'employer', isChair: true, isAlternate: false, isPresent: true };
    const answers = [
      await decide(juryId, [
        { enrolmentId, blockCode: 'B1', decision: 'not_acquired', motive: 'x' },
      ]),
      await open(juryId),
      await close(juryId),
      await addMember(juryId, asNewMember(employer, 'employer')),
      await app.call(
        'POST /juries/:juryId/candidates',
        { params, body: { cohortIds: [cohortId] } },
        coordinator,
      ),
      await app.call(
        'DELETE /juries/:juryId/candidates/:enrolmentId',
        { params: { juryId, enrolmentId } },
        coordinator,
      ),
      await app.call(
        'PUT /juries/:juryId/members/:memberId',
        { params: { juryId, memberId }, body: seat },
        coordinator,
      ),
      await app.call(
        'DELETE /juries/:juryId/members/:memberId',
        { params: { juryId, memberId } },
        coordinator,
      ),
      await app.call(
        'POST /juries/:juryId/conflicts',
        { params, body: { memberId, enrolmentId, kind: 'family' } },
        coordinator,
      ),
      await app.call(
        'PUT /juries/:juryId',
        { params, body: { heldOn: '2026-11-22', place: 'Ailleurs', revision: session.revision } },
        coordinator,
      ),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(answers.map(() => 'session_closed'));
    expect(await read(juryId)).toEqual(session);
  });

  it('refuses every change by SQL as the application’s role', async () => {
    const { juryId } = await closeOne();
    const sql = await connectAsApp(app.ownerUrl, centre.id);
    const attempts = [
      `update jury_session set state = 'open' where id = $1`,
      `update jury_session set closed_at = now() where id = $1`,
      `update jury_decision set decision = 'not_acquired' where jury_session_id = $1`,
      `update jury_decision set superseded_by_id = id where jury_session_id = $1`,
      `delete from jury_decision where jury_session_id = $1`,
      `insert into jury_decision (centre_id, id, jury_session_id, enrolment_id, block_code, decision, proposal, proposal_reasons, decided_by_user_id, held_on)
       select centre_id, gen_random_uuid(), jury_session_id, enrolment_id, 'B9', decision, proposal, proposal_reasons, decided_by_user_id, held_on
         from jury_decision where jury_session_id = $1 limit 1`,
      `update jury_member set is_present = false where jury_session_id = $1`,
      `delete from jury_candidate where jury_session_id = $1`,
      `update jury_minutes set content = '{}' where jury_session_id = $1`,
      `delete from jury_minutes where jury_session_id = $1`,
    ];
    for (const attempt of attempts)
      await expect(sql.query(attempt, [juryId])).rejects.toThrow(
        /permission denied|never changes|append-only|superseded/,
      );
    await sql.end();
  });
});

describe('a block refused is sat again; what is acquired is kept (S1:L176)', () => {
  it('goes on the worklist, is registered for a session, and only that block is judged', async () => {
    const { juryId, learners, params } = await prepare([{ afgsuOn: null }]);
    const learner = only(learners);
    await decideAll(juryId, learner, ['B1', 'B2', 'B3']);
    await decide(juryId, [
      {
        enrolmentId: learner.enrolmentId,
        blockCode: 'B4',
        decision: 'not_acquired',
        motive: 'AFGSU 1 absente le jour du jury.',
        recommendation: 'Passer l’AFGSU 1.',
      },
    ]);
    expect((await close(juryId)).body.candidates[0]?.result).toBe('partial');

    const list = async () =>
      (await app.call('GET /resits', {}, coordinator)).body.filter(
        ({ enrolmentId }) => enrolmentId === learner.enrolmentId,
      );
    const resit = only(await list());
    expect(resit).toMatchObject({ blockCode: 'B4', recommendation: 'Passer l’AFGSU 1.' });
    expect(resit.assessments).toHaveLength(1);

    const { body: next } = await app.call(
      'POST /juries',
      { body: { heldOn: '2026-11-23', place: 'Le Mans', cohortIds: [], frameworkId } },
      coordinator,
    );
    const register = () =>
      app.call(
        'PUT /resits/:decisionId',
        {
          params: { decisionId: resit.decisionId },
          body: { plannedOn: '2026-11-23', juryId: next.id },
        },
        coordinator,
      );
    expect((await register()).status).toBe(200);
    expect((await register()).status).toBe(200);
    expect(await list()).toEqual([]);

    await addAfgsu(app.db, centre.id, learner.personId, '2026-11-23');
    await addMember(next.id, asNewMember(employer, 'employer', true));
    await addMember(next.id, asNewMember(employee, 'employee'));
    await open(next.id);
    const candidate = only((await room(next.id)).candidates);
    expect(candidate.kind).toBe('resit');
    expect(candidate.blocks.map(({ status, heldOn }) => [status, heldOn])).toEqual([
      ['held', '2026-11-23'],
      ['held', '2026-11-23'],
      ['held', '2026-11-23'],
      ['presented', null],
    ]);
    const again = await decideAll(next.id, learner, ['B1']);
    expect(again.problem.detail).toContain('déjà acquis');
    await decideAll(next.id, learner, ['B4']);
    app.clock.set('2026-11-23T15:00:00+01:00');
    expect((await close(next.id)).body.candidates[0]?.result).toBe('total');
    // The first session still says what it said.
    expect(
      (await app.call('GET /juries/:juryId', { params }, coordinator)).body.candidates[0]?.result,
    ).toBe('partial');
    expect(await list()).toEqual([]);
  });

  it('refuses a day that is past, and a decision that is no re-sit', async () => {
    const { juryId, learners } = await prepare();
    const learner = only(learners);
    await decideAll(juryId, learner, ['B1', 'B2', 'B3']);
    await decide(juryId, [
      {
        enrolmentId: learner.enrolmentId,
        blockCode: 'B4',
        decision: 'adjourned',
        motive: 'Absent.',
      },
    ]);
    await close(juryId);
    const rows = await app.db.system.juryDecision.findMany({ where: { jurySessionId: juryId } });
    const register = (blockCode: string, plannedOn: string) =>
      app.call(
        'PUT /resits/:decisionId',
        {
          params: { decisionId: rows.find((row) => row.blockCode === blockCode)?.id ?? '' },
          body: { plannedOn },
        },
        coordinator,
      );
    expect((await register('B4', '2026-11-22')).problem.errors?.[0]?.pointer).toBe('/plannedOn');
    expect((await register('B1', '2026-12-22')).status).toBe(404);
  });
});

describe('who sees a session', () => {
  it('a jury member sees their own, and 404 for another', async () => {
    const { juryId, params } = await prepare();
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
    const { params } = await prepare();
    const elsewhere = await (await app.addCentre('afbb')).addMember('coordinator');
    expect((await app.call('GET /juries/:juryId', { params }, elsewhere)).status).toBe(404);
  });

  it('a member does not read the others’ addresses', async () => {
    const { juryId } = await prepare();
    expect((await read(juryId, employer)).members.map(({ email }) => email)).toEqual([null, null]);
  });
});
