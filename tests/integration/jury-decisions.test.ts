import { describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  employee,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import type { Member } from '../support/test-app.ts';

openJuryOffice();

const blocks = ['B1', 'B2', 'B3', 'B4'];

describe('the proposal stands beside the decision (DOMAIN 13)', () => {
  it('gives its reasons and their sources, and pre-fills nothing', async () => {
    const { juryId } = await office.prepare();
    const { candidates, decisions } = await office.room(juryId);
    const block = only(candidates).blocks[1];
    expect(block?.proposal?.outcome).toBe('acquired');
    expect(block?.proposal?.reasons[0]?.facts).toBe('4 épreuves acquises sur 4, il en faut 3.');
    expect(block?.proposal?.reasons[0]?.source).toContain('S1:L134');
    expect(decisions).toEqual([]);
  });

  it('shows hours, AFGSU, tutor and route above the blocks', async () => {
    const tutor = await centre.addPerson('Hélène', 'Ferrand');
    const { juryId } = await office.prepare([{ tutorId: tutor }]);
    const facts = only((await office.room(juryId)).candidates).facts;
    expect(facts.map(({ label, value }) => `${label} : ${value}`)).toEqual([
      'Heures : 0 h sur 279 h',
      'AFGSU 1 : valable jusqu’au 3 mars 2029 inclus',
      'Tuteur : Ferrand Hélène, 4 appréciations',
      'Entrée : formation continue',
    ]);
  });

  it('says before anything else that the candidate has left the course', async () => {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    await app.db.system.enrolment.updateMany({
      where: { id: enrolmentId },
      data: { state: 'withdrawn', endsOn: new Date('2026-11-16') },
    });
    const { facts } = only((await office.room(juryId)).candidates);
    expect(facts.slice(0, 2).map(({ label, value }) => `${label} : ${value}`)).toEqual([
      'Formation : abandonnée le 16 novembre 2026',
      'Heures : 0 h sur 279 h',
    ]);
  });

  it('block 4 without AFGSU is not proposed acquired (S1:L155)', async () => {
    const { juryId } = await office.prepare([{ afgsuOn: null }]);
    const block = only((await office.room(juryId)).candidates).blocks[3];
    expect(block?.proposal?.outcome).toBe('incomplete');
    expect(block?.proposal?.reasons.filter(({ met }) => !met).map(({ facts }) => facts)).toEqual([
      expect.stringContaining('aucune attestation n’est enregistrée'),
    ]);
  });
});

describe('a decision is recorded', () => {
  it('by a member of the session as by the office, and supersedes while the session is open', async () => {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    const first = only(
      (
        await office.decide(
          juryId,
          [{ enrolmentId, blockCode: 'B1', decision: 'acquired' }],
          employer,
        )
      ).body.decisions,
    );
    expect(first.decidedByName).toBe('Dupuis Marc');
    const second = await office.decide(juryId, [
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
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    const answer = await office.decide(juryId, [
      { enrolmentId, blockCode: 'B1', decision: 'not_acquired' },
    ]);
    expect(answer.status).toBe(422);
    expect(answer.problem.errors).toEqual([
      { pointer: '/decisions/0/motive', message: expect.stringContaining('indiquez le motif') },
    ]);
  });

  it('of two members at once on the same block keeps one, and shows it to the other', async () => {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    const sent = { enrolmentId, blockCode: 'B1' };
    const answers = await Promise.all([
      office.decide(juryId, [{ ...sent, decision: 'acquired' }], employer),
      office.decide(juryId, [{ ...sent, decision: 'adjourned', motive: 'À revoir.' }], employee),
    ]);
    const [lost] = answers.filter(({ status }) => status === 409);
    const [won] = answers.filter(({ status }) => status === 200);
    expect(lost?.problem.code).toBe('edited_meanwhile');
    expect(lost?.problem.current).toEqual({ decisions: won?.body.decisions });
  });

  it('sent twice by a double click is written once', async () => {
    const { juryId, learners } = await office.prepare();
    const sent = { enrolmentId: only(learners).enrolmentId, blockCode: 'B1', decision: 'acquired' };
    const answers = await Promise.all([
      office.decide(juryId, [sent]),
      office.decide(juryId, [sent]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await app.db.system.juryDecision.count({ where: { jurySessionId: juryId } })).toBe(1);
  });

  it('is read by the other members from the instant they last looked', async () => {
    const { juryId, params, learners } = await office.prepare();
    const { asOf } = await office.room(juryId, employee);
    await office.decideAll(juryId, only(learners), ['B1']);
    const { body } = await app.call(
      'GET /juries/:juryId/decisions',
      { params, query: { since: asOf } },
      employee,
    );
    expect(body.decisions.map(({ blockCode }) => blockCode)).toEqual(['B1']);
  });

  it('is saved for a whole jury in one call, each with its line in the audit trail', async () => {
    const { juryId, learners } = await office.prepare([{}, {}, {}]);
    const answer = await office.decide(
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
    expect((await office.close(juryId)).body.candidates.map(({ result }) => result)).toEqual([
      'total',
      'total',
      'total',
    ]);
  });

  it('is all or none: one fault in the list saves nothing', async () => {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    const answer = await office.decide(juryId, [
      { enrolmentId, blockCode: 'B1', decision: 'acquired' },
      { enrolmentId, blockCode: 'B2', decision: 'adjourned' },
    ]);
    expect(answer.status).toBe(422);
    expect(await app.db.system.juryDecision.count({ where: { jurySessionId: juryId } })).toBe(0);
  });

  it('for somebody who is no candidate, or a block that does not exist, is 404', async () => {
    const { juryId, learners } = await office.prepare();
    const stranger = only((await office.prepare()).learners);
    const { enrolmentId } = only(learners);
    const answers = [
      await office.decideAll(juryId, stranger, ['B1']),
      await office.decide(juryId, [{ enrolmentId, blockCode: 'B9', decision: 'acquired' }]),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

describe('a member tied to a candidate stands aside (W34)', () => {
  it('is found in the data as the tutor, and keeps the session open until recused', async () => {
    const { juryId, params, learners } = await office.prepare([{ tutorId: employer.personId }]);
    const session = await office.read(juryId);
    const tie = only(session.conflicts);
    expect(tie).toMatchObject({
      kind: 'tutor',
      origin: 'data',
      certainty: 'certain',
      isRecused: false,
    });
    await office.addMember(juryId, {
      givenName: 'Karim',
      familyName: 'Tazi',
      email: `karim-${juryId}@test.example`,
      college: 'employer',
    });
    await office.addMember(juryId, {
      givenName: 'Sophie',
      familyName: 'Blin',
      email: `sophie-${juryId}@test.example`,
      college: 'employee',
    });
    await office.markPresent(juryId);
    await office.decideAll(juryId, only(learners));
    const refused = await office.close(juryId);
    expect(refused.problem.detail).toContain('doit se récuser pour ce candidat');
    await app.call(
      'POST /juries/:juryId/conflicts',
      { params, body: { memberId: tie.memberId, enrolmentId: tie.enrolmentId, kind: 'tutor' } },
      coordinator,
    );
    expect((await office.close(juryId)).body.state).toBe('closed');
    const whence = { ipAddress: '127.0.0.1', userAgent: 'node' };
    const where = { jurySessionId: juryId };
    expect(await app.db.system.jurySession.findFirst({ where: { id: juryId } })).toMatchObject(
      whence,
    );
    expect(await app.db.system.juryDecision.findFirst({ where })).toMatchObject(whence);
  });

  it('may not decide for that candidate', async () => {
    const { juryId, learners } = await office.prepare([{ tutorId: employer.personId }]);
    const sent = { enrolmentId: only(learners).enrolmentId, blockCode: 'B1', decision: 'acquired' };
    const answer = await office.decide(juryId, [sent], employer);
    expect(answer.problem.detail).toContain('Vous avez un lien');
    expect(only((await office.room(juryId, employer)).candidates).isClosedToMe).toBe(true);
    expect((await office.decide(juryId, [sent], employee)).status).toBe(200);
  });

  it('declares a tie of their own, never another’s', async () => {
    const { params, learners, juryId } = await office.prepare();
    const session = await office.read(juryId);
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

describe('a candidate of two open sessions (S1:L176)', () => {
  it('has each block decided by one of them, also when both decide at the same moment', async () => {
    const { juryId, learners, cohortId } = await office.prepare();
    const otherId = await office.prepareSession({ cohortIds: [cohortId], place: 'Rouen' });
    await office.open(otherId);
    const { enrolmentId } = only(learners);
    for (const blockCode of blocks) {
      const sent = { enrolmentId, blockCode, decision: 'acquired' };
      const answers = await Promise.all([
        office.decide(juryId, [sent]),
        office.decide(otherId, [sent]),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
      const refused = answers.find(({ status }) => status === 422);
      expect(refused?.problem.errors?.[0]).toMatchObject({ pointer: '/decisions/0/blockCode' });
    }
  });
});
