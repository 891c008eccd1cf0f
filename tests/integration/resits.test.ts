import { describe, expect, it } from '@jest/globals';
import { addAfgsu, asNewMember } from '../support/jury-builder.ts';
import {
  app,
  centre,
  coordinator,
  employee,
  employer,
  frameworkId,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';

openJuryOffice();

/** The tutor has not appraised anew since the refusal: acquiring takes a motive. */
const decideAgain = (juryId: string, enrolmentId: string) =>
  office.decide(juryId, [
    { enrolmentId, blockCode: 'B4', decision: 'acquired', motive: 'Tuteur entendu en séance.' },
  ]);

describe('a block refused is sat again; what is acquired is kept (S1:L176)', () => {
  it('goes on the worklist, is registered for a session, and only that block is judged', async () => {
    const { juryId, learners, params } = await office.prepare([{ afgsuOn: null }]);
    const learner = only(learners);
    await office.decideAll(juryId, learner, ['B1', 'B2', 'B3']);
    await office.decide(juryId, [
      {
        enrolmentId: learner.enrolmentId,
        blockCode: 'B4',
        decision: 'not_acquired',
        motive: 'AFGSU 1 absente le jour du jury.',
        recommendation: 'Passer l’AFGSU 1.',
      },
    ]);
    expect((await office.close(juryId)).body.candidates[0]?.result).toBe('partial');

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
    await office.addMember(next.id, asNewMember(employer, 'employer', true));
    await office.addMember(next.id, asNewMember(employee, 'employee'));
    await office.open(next.id);
    const candidate = only((await office.room(next.id)).candidates);
    expect(candidate.kind).toBe('resit');
    expect(candidate.blocks.map(({ status, heldOn }) => [status, heldOn])).toEqual([
      ['held', '2026-11-23'],
      ['held', '2026-11-23'],
      ['held', '2026-11-23'],
      ['presented', null],
    ]);
    const again = await office.decideAll(next.id, learner, ['B1']);
    expect(again.problem.detail).toContain('déjà acquis');
    await decideAgain(next.id, learner.enrolmentId);
    app.clock.set('2026-11-23T15:00:00+01:00');
    expect((await office.close(next.id)).body.candidates[0]?.result).toBe('total');
    // The first session still says what it said.
    expect(
      (await app.call('GET /juries/:juryId', { params }, coordinator)).body.candidates[0]?.result,
    ).toBe('partial');
    expect(await list()).toEqual([]);
  });

  it('a session of the same day says of the tutor what the board and the file say (Q2)', async () => {
    const { cohortId, learner, sessions, register } = await refuseTwo();
    const [session] = sessions;
    await register('B4', session);
    await office.open(session);
    const awaited = 'Tuteur : une nouvelle appréciation est attendue depuis le jury du 23 novembre';
    const factsOf = (reasons: readonly { readonly facts: string }[] = []) =>
      reasons.map(({ facts }) => facts).join(' ');
    const candidate = only((await office.room(session)).candidates);
    expect(factsOf(candidate.blocks[3]?.proposal?.reasons)).toContain(awaited);
    const params = { cohortId, enrolmentId: learner.enrolmentId, blockCode: 'B4' };
    const cell = await app.call(
      'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode',
      { params },
      coordinator,
    );
    expect(factsOf(cell.body.proposal.reasons)).toContain(awaited);
  });

  it('refuses a day that is past, and a decision that is no re-sit', async () => {
    const { juryId, learners } = await office.prepare();
    const learner = only(learners);
    await office.decideAll(juryId, learner, ['B1', 'B2', 'B3']);
    await office.decide(juryId, [
      {
        enrolmentId: learner.enrolmentId,
        blockCode: 'B4',
        decision: 'adjourned',
        motive: 'Absent.',
      },
    ]);
    await office.close(juryId);
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

  /** Two blocks refused by a closed jury, and two sessions to sit them again. */
  async function refuseTwo() {
    const { juryId, learners, cohortId } = await office.prepare();
    const learner = only(learners);
    await office.decideAll(juryId, learner, ['B1', 'B2']);
    await office.decide(
      juryId,
      ['B3', 'B4'].map((blockCode) => ({
        enrolmentId: learner.enrolmentId,
        blockCode,
        decision: 'not_acquired',
        motive: 'À reprendre.',
      })),
    );
    await office.close(juryId);
    const rows = await app.db.system.juryDecision.findMany({ where: { jurySessionId: juryId } });
    const decisionIds = new Map(rows.map((row) => [row.blockCode, row.id]));
    const sessions = [
      await office.prepareSession({ frameworkId: office.frameworkId }),
      await office.prepareSession({ frameworkId: office.frameworkId }),
    ] as const;
    const send = (blockCode: string, juryId: string | null, replaces: string | null) => {
      const plan = { plannedOn: '2026-11-23', note: '' };
      return app.call(
        'PUT /resits/:decisionId',
        {
          params: { decisionId: decisionIds.get(blockCode) ?? '' },
          body: { ...plan, juryId, replaces: replaces && { ...plan, juryId: replaces } },
        },
        coordinator,
      );
    };
    const standing = new Map<string, string | null>();
    /** From a page that shows what stands. */
    const register = async (blockCode: string, chosen: string | null) => {
      const answer = await send(blockCode, chosen, standing.get(blockCode) ?? null);
      if (answer.status === 200) standing.set(blockCode, chosen);
      return answer;
    };
    const candidatesOf = async (session: string) =>
      (await office.read(session)).candidates.map((one) => one.presentedBlockCodes);
    return { cohortId, learner, sessions, register, send, candidatesOf };
  }

  it('moved to another session, the candidate leaves the first one, open or not', async () => {
    const { sessions, register, candidatesOf } = await refuseTwo();
    const [first, second] = sessions;
    await register('B4', first);
    await office.open(first);
    expect(await candidatesOf(first)).toEqual([['B4']]);
    expect((await register('B4', second)).status).toBe(200);
    expect(await candidatesOf(first)).toEqual([]);
    expect(await candidatesOf(second)).toEqual([['B4']]);
    expect((await register('B4', null)).status).toBe(200);
    expect(await candidatesOf(second)).toEqual([]);
  });

  it('the other block that is sat there stays there', async () => {
    const { sessions, register, candidatesOf } = await refuseTwo();
    const [first, second] = sessions;
    await register('B3', first);
    await register('B4', first);
    expect(await candidatesOf(first)).toEqual([['B3', 'B4']]);
    await register('B4', second);
    expect(await candidatesOf(first)).toEqual([['B3']]);
    expect(await candidatesOf(second)).toEqual([['B4']]);
  });

  it('is refused once that session has decided, with the reason', async () => {
    const { learner, sessions, register, candidatesOf } = await refuseTwo();
    const [first, second] = sessions;
    await register('B4', first);
    await office.open(first);
    await decideAgain(first, learner.enrolmentId);
    const answer = await register('B4', second);
    expect(answer.status).toBe(422);
    expect(answer.problem.detail).toContain('a déjà pris une décision pour Bonnet Maxime (B4)');
    expect(await candidatesOf(first)).toEqual([['B4']]);
    expect(await candidatesOf(second)).toEqual([]);
  });

  it('moved by two people at once, the candidate is in one session and the second person is told', async () => {
    const { sessions, send, candidatesOf } = await refuseTwo();
    const [first, second] = sessions;
    const answers = await Promise.all([send('B4', first, null), send('B4', second, null)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    const [taken, wanted] = answers[0].status === 200 ? [first, second] : [second, first];
    expect(lost?.problem.current).toMatchObject({ registration: { juryId: taken } });
    expect((await send('B4', wanted, taken)).status).toBe(200);
    const seats = [...(await candidatesOf(first)), ...(await candidatesOf(second))];
    expect(seats).toEqual([['B4']]);
  });
});
