import { describe, expect, it } from '@jest/globals';
import { addJuryLearner, asNewMember } from '../support/jury-builder.ts';
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
import { connectAsApp } from '../support/sql-client.ts';
import { addCohort } from '../support/tutored-learner.ts';

openJuryOffice();

describe('a session closes when nothing is missing (DOMAIN 4.6, Q7)', () => {
  it('not before every block has a decision', async () => {
    const { juryId, learners } = await office.prepare();
    await office.decideAll(juryId, only(learners), ['B1', 'B2', 'B3']);
    const answer = await office.close(juryId);
    expect(answer.problem.detail).toContain('aucune décision n’est prise');
    expect((await office.read(juryId)).closing.map(({ blockCode }) => blockCode)).toEqual(['B4']);
  });

  it('not with a jury of one college', async () => {
    const { juryId, params, learners } = await office.prepare();
    await office.decideAll(juryId, only(learners));
    const seat = (await office.read(juryId)).members.find(
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
    const answer = await office.close(juryId);
    expect(answer.status).toBe(422);
    expect(answer.problem.detail).toContain('il faut au moins 1 membre de chaque collège');
  });

  it('although another jury has acquired a block meanwhile: what was written on it has no effect', async () => {
    const { juryId, cohortId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    const motive = 'Le jury en juge autrement.';
    await office.decide(juryId, [{ enrolmentId, blockCode: 'B1', decision: 'adjourned', motive }]);
    const other = await office.prepareSession({ cohortIds: [cohortId] });
    await office.open(other);
    await office.decideAll(other, only(learners));
    expect((await office.close(other)).status).toBe(200);
    expect((await office.read(juryId)).closing).toMatchObject([
      { rule: 'jury.block-already-held', severity: 'warning', blockCode: 'B1' },
    ]);
    expect((await office.close(juryId)).status).toBe(200);
    const { content } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(content).toMatchObject({
      candidates: [{ result: 'total', blocks: [{ status: 'held' }, {}, {}, {}] }],
    });
  });

  it('by the name that this centre knows, whatever another one calls the same address', async () => {
    const { juryId, learners } = await office.prepare();
    await office.decideAll(juryId, only(learners));
    const { userId: id } = coordinator;
    await app.db.system.user.update({ where: { id }, data: { name: 'Clara Ailleurs' } });
    expect((await office.close(juryId)).status).toBe(200);
    const { content } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(content).toMatchObject({ session: { closedBy: 'Claire Morvan' } });
  });

  it('not where recusals leave fewer voters of a college than the certification asks', async () => {
    const jury = { membersPerCollege: 2, parity: true, quorumPercent: 50, contestMonths: null };
    const asked = await centre.addFramework(undefined, (content) => ({
      ...content,
      code: 'CQP-DEUX-PAR-COLLEGE',
      jury,
    }));
    const cohortId = await addCohort(app.db, centre, {
      name: 'Deux par collège',
      frameworkVersionId: asked.id,
    });
    const name = { givenName: 'Nadia', birthName: 'Roux' };
    const cohort = { id: cohortId, framework: asked.content };
    const learner = await addJuryLearner(app.db, centre, cohort, { name });
    const juryId = await office.prepareSession({ cohortIds: [cohortId] });
    for (const college of ['employer', 'employee'] as const)
      await office.addMember(juryId, asNewMember(await centre.addMember('jury_member'), college));
    await office.open(juryId);
    await office.decideAll(juryId, learner, ['B1', 'B2', 'B3']);
    for (const { id: memberId } of (await office.read(juryId)).members.slice(0, 2))
      await app.call(
        'POST /juries/:juryId/conflicts',
        { params: { juryId }, body: { memberId, enrolmentId: learner.enrolmentId, kind: 'other' } },
        coordinator,
      );
    const { problem } = await office.close(juryId);
    expect(problem.detail).toMatch(/aucune décision n’est prise.* Et 1 autre point\.$/);
    expect(problem.errors?.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(
        'après récusation, 1 employeur et 1 salarié votent, il faut au moins 2 votants de chaque collège',
      ),
    );
  });

  it('not by a jury member, whose role ends with the decisions', async () => {
    const { juryId } = await office.prepare();
    expect((await office.close(juryId, employer)).status).toBe(403);
  });
});

describe('a decision rests on the facts of the day of the closing (DOMAIN 4.6)', () => {
  /** The office corrects épreuves of block 1 as failed after the jury has decided. */
  async function failAfterwards(enrolmentId: string, codes: readonly string[]) {
    const rows = await app.db.system.assessmentResult.findMany({
      where: { enrolmentId, assessmentCode: { in: [...codes] }, supersededById: null },
    });
    const results = rows.map((row) => ({
      enrolmentId,
      blockCode: row.blockCode,
      assessmentCode: row.assessmentCode,
      attempt: 1,
      expectedId: row.id,
      heldOn: '2026-11-02',
      marks: Object.fromEntries(Object.keys(row.marks as object).map((key) => [key, false])),
      assessorName: 'Claire Morvan',
    }));
    await app.call('PUT /assessment-results', { body: { results } }, coordinator);
  }

  it('is not closed when an épreuve was corrected since, until it is confirmed with a motive', async () => {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    await office.decideAll(juryId, only(learners));
    await failAfterwards(enrolmentId, ['B1-E1', 'B1-E2']);

    const refused = await office.close(juryId);
    expect(refused.status).toBe(422);
    expect(refused.problem.detail).toContain(
      'la proposition est passée de « acquis » à « non acquis » depuis la décision',
    );
    const { candidates, decisions } = await office.room(juryId);
    const decision = decisions.find(({ blockCode }) => blockCode === 'B1');
    const outdated = only(candidates).blocks.map((block) => block.outdatedDecisionId);
    expect(outdated).toEqual([decision?.id, null, null, null]);

    const sent = { enrolmentId, blockCode: 'B1', decision: 'acquired' };
    const expectedDecisionId = decision?.id;
    const unexplained = await office.decide(juryId, [{ ...sent, expectedDecisionId }]);
    expect(unexplained.problem.errors?.[0]?.pointer).toBe('/decisions/0/motive');
    const motive = 'Le jury maintient : les deux épreuves ont été reprises en séance.';
    const confirmed = await office.decide(juryId, [{ ...sent, motive, expectedDecisionId }]);
    expect(only(confirmed.body.decisions).id).not.toBe(decision?.id);
    expect((await office.close(juryId)).status).toBe(200);

    const { content } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(JSON.stringify(content)).toContain('2 épreuves acquises sur 4, il en faut 3.');
    expect(content).toMatchObject({
      candidates: [{ blocks: [{ proposal: 'not_acquired', motive }, {}, {}, {}] }],
    });
  });

  it('is confirmed as it stands when the same outcome rests on other facts', async () => {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    const { body } = await office.decideAll(juryId, only(learners));
    await failAfterwards(enrolmentId, ['B1-E1']);
    expect((await office.close(juryId)).problem.detail).toContain('les faits ont changé');
    const decided = body.decisions.find(({ blockCode }) => blockCode === 'B1');
    const sent = { enrolmentId, blockCode: 'B1', decision: 'acquired' };
    await office.decide(juryId, [{ ...sent, expectedDecisionId: decided?.id }]);
    expect((await office.close(juryId)).body.state).toBe('closed');
  });
});

describe('a closed session is final', () => {
  const closeOne = async () => {
    const prepared = await office.prepare([{ tutorId: null }]);
    await office.decideAll(prepared.juryId, only(prepared.learners));
    await office.close(prepared.juryId);
    return prepared;
  };

  it('refuses every change by hand-made HTTP', async () => {
    const { juryId, params, learners, cohortId } = await closeOne();
    const session = await office.read(juryId);
    const { enrolmentId } = only(learners);
    const memberId = session.members[0]?.id ?? '';
    const seat = { college: 'employer', isChair: true, isAlternate: false, isPresent: true };
    const answers = [
      await office.decide(juryId, [
        { enrolmentId, blockCode: 'B1', decision: 'not_acquired', motive: 'x' },
      ]),
      await office.open(juryId),
      await office.close(juryId),
      await office.addMember(juryId, asNewMember(employer, 'employer')),
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
    expect(await office.read(juryId)).toEqual(session);
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
      `delete from jury_session where id = $1`,
    ];
    for (const attempt of attempts)
      await expect(sql.query(attempt, [juryId])).rejects.toThrow(
        /permission denied|never changes|append-only|superseded/,
      );
    await sql.end();
  });
});
