import { describe, expect, it } from '@jest/globals';
import { asNewMember } from '../support/jury-builder.ts';
import {
  coordinator,
  employee,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';

openJuryOffice();

/** An open session of one candidate and what is sent to decide on block 1. */
async function prepareOne() {
  const { juryId, learners } = await office.prepare();
  const sent = { enrolmentId: only(learners).enrolmentId, blockCode: 'B1', decision: 'acquired' };
  return { juryId, sent };
}

describe('who decides (DOMAIN 4.6, W34)', () => {
  it('a member who sits; the room says nothing against it', async () => {
    const { juryId, sent } = await prepareOne();
    expect(await office.room(juryId, employer)).toMatchObject({
      canDecide: true,
      whyNotDecide: null,
    });
    expect((await office.decide(juryId, [sent], employer)).status).toBe(200);
  });

  it('not a member who came later, until somebody marks them present', async () => {
    const { juryId, sent } = await prepareOne();
    const late = await office.centre.addMember('jury_member');
    await office.addMember(juryId, asNewMember(late, 'employee'));
    const refused = await office.decide(juryId, [sent], late);
    expect(refused.problem.detail).toContain('pas encore notée');
    expect((await office.read(juryId)).closing.map(({ rule }) => rule)).toContain(
      'jury.attendance-marked',
    );
    await office.markPresent(juryId, [late]);
    expect((await office.decide(juryId, [sent], late)).status).toBe(200);
  });

  it('not a member marked absent', async () => {
    const { juryId, sent } = await prepareOne();
    await office.changeMember(juryId, employee, { isPresent: false });
    const answer = await office.decide(juryId, [sent], employee);
    expect(answer.status).toBe(422);
    expect(answer.problem.detail).toContain('noté absent');
    const { canDecide, whyNotDecide } = await office.room(juryId, employee);
    expect(canDecide).toBe(false);
    expect(whyNotDecide).toContain('noté absent');
  });

  it('not an alternate who replaces nobody', async () => {
    const { juryId, sent } = await prepareOne();
    await office.changeMember(juryId, employee, { isAlternate: true });
    const answer = await office.decide(juryId, [sent], employee);
    expect(answer.problem.detail).toContain('suppléant');
    expect((await office.room(juryId, employee)).canDecide).toBe(false);
  });

  it('nor somebody who reads every jury and sits in another', async () => {
    const director = await office.centre.addMember('director');
    await office.app.db.system.membership.create({
      data: {
        centreId: office.centre.id,
        userId: director.userId,
        personId: director.personId,
        role: 'jury_member',
      },
    });
    const { juryId, sent } = await prepareOne();
    expect((await office.decide(juryId, [sent], director)).problem.detail).toContain(
      'pas membre de ce jury',
    );
  });
});

describe('a decision rests on a member who sits, until the closing (DOMAIN 4.6, W34)', () => {
  /** Everything decided by the office, but block 1 by a member who then leaves it. */
  async function decideThenLeave(leave: (juryId: string, enrolmentId: string) => Promise<unknown>) {
    const { juryId, learners } = await office.prepare();
    const { enrolmentId } = only(learners);
    await office.decideAll(juryId, only(learners), ['B2', 'B3', 'B4']);
    const late = await office.centre.addMember('jury_member');
    await office.addMember(juryId, asNewMember(late, 'employee'));
    const other = await office.centre.addMember('jury_member');
    await office.addMember(juryId, asNewMember(other, 'employer'));
    await office.markPresent(juryId, [late, other]);
    const sent = { enrolmentId, blockCode: 'B1', decision: 'acquired' };
    const { body } = await office.decide(juryId, [sent], late);
    expect((await office.read(juryId)).closing).toEqual([]);
    departing = late.personId;
    await leave(juryId, enrolmentId);
    return { juryId, sent, decisionId: only(body.decisions).id };
  }
  let departing: string;
  const seatOf = async (juryId: string) =>
    (await office.read(juryId)).members.find(({ personId }) => personId === departing);
  const paramsOf = async (juryId: string) => ({
    juryId,
    memberId: (await seatOf(juryId))?.id ?? '',
  });

  const leavings = {
    removed: async (juryId: string) => {
      expect((await seatOf(juryId))?.decidedCount).toBe(1);
      const params = await paramsOf(juryId);
      await office.app.call(
        'DELETE /juries/:juryId/members/:memberId',
        { params },
        office.coordinator,
      );
    },
    'marked absent': (juryId: string) =>
      office.changeMember(juryId, { personId: departing }, { isPresent: false }),
    'made an alternate': (juryId: string) =>
      office.changeMember(juryId, { personId: departing }, { isAlternate: true }),
    'recused for this candidate': async (juryId: string, enrolmentId: string) => {
      const { memberId } = await paramsOf(juryId);
      const body = { memberId, enrolmentId, kind: 'family' };
      const from = { params: { juryId }, body };
      await office.app.call('POST /juries/:juryId/conflicts', from, office.coordinator);
    },
  };

  it.each(Object.keys(leavings) as (keyof typeof leavings)[])(
    'what a member decided who is %s since must be confirmed before the session closes',
    async (how) => {
      const { juryId, sent, decisionId } = await decideThenLeave(leavings[how]);
      const { closing } = await office.read(juryId);
      expect(closing).toContainEqual(
        expect.objectContaining({
          rule: 'jury.author-sits',
          severity: 'error',
          candidateId: sent.enrolmentId,
          blockCode: 'B1',
          source: 'DOMAIN 4.6, W34',
          message: expect.stringContaining('à confirmer par un membre qui siège'),
        }),
      );
      expect((await office.close(juryId)).problem.code).toBe('rule_refused');
      const { candidates } = await office.room(juryId, employer);
      expect(only(candidates).blocks.map((block) => block.unseatedDecision?.id)).toEqual([
        decisionId,
        ...[undefined, undefined, undefined],
      ]);
      const again = { ...sent, expectedDecisionId: decisionId };
      const confirmed = await office.decide(juryId, [again], employer);
      expect(only(confirmed.body.decisions)).toMatchObject({
        origin: 'member',
        decidedByName: 'Dupuis Marc',
      });
      const rules = (await office.read(juryId)).closing.map(({ rule }) => rule);
      expect(rules).not.toContain('jury.author-sits');
    },
  );

  it('and the minutes then name the member who confirmed', async () => {
    const { juryId, sent, decisionId } = await decideThenLeave(leavings.removed);
    await office.decide(juryId, [{ ...sent, expectedDecisionId: decisionId }], employer);
    const other = (await office.read(juryId)).members.at(-1);
    await office.changeMember(juryId, { personId: other?.personId ?? '' }, { isAlternate: true });
    expect((await office.close(juryId)).status).toBe(200);
    const { content } = await office.app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(content).toMatchObject({
      candidates: [{ blocks: [{ decidedBy: 'Dupuis Marc', origin: 'member' }, {}, {}, {}] }],
    });
  });
});

describe('two people say who sits at once', () => {
  const say = (juryId: string, memberId: string, body: Record<string, unknown>) =>
    office.app.call(
      'PUT /juries/:juryId/members/:memberId',
      { params: { juryId, memberId }, body },
      office.coordinator,
    );

  it('of two different things: both stand', async () => {
    const { juryId } = await office.prepare([{}], { opens: false });
    const id = (await office.read(juryId)).members.at(-1)?.id ?? '';
    const answers = await Promise.all([
      say(juryId, id, { isPresent: true, replaces: { isPresent: null } }),
      say(juryId, id, { isChair: true, replaces: { isChair: false } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await office.read(juryId)).members.at(-1)).toMatchObject({
      isPresent: true,
      isChair: true,
    });
  });

  it('of the same thing: the second is shown what the first said, and chooses', async () => {
    const { juryId } = await office.prepare([{}], { opens: false });
    const id = (await office.read(juryId)).members.at(-1)?.id ?? '';
    const absent = { isPresent: false };
    await say(juryId, id, { isPresent: true, replaces: { isPresent: null } });
    const refused = await say(juryId, id, { ...absent, replaces: { isPresent: null } });
    expect(refused.status).toBe(409);
    expect(refused.problem.code).toBe('edited_meanwhile');
    const { members } = refused.problem.current as Awaited<ReturnType<typeof office.read>>;
    expect(members.at(-1)?.isPresent).toBe(true);
    expect((await say(juryId, id, { ...absent, replaces: { isPresent: true } })).status).toBe(200);
    expect((await office.read(juryId)).members.at(-1)?.isPresent).toBe(false);
  });
});

describe('what the office enters for the jury is another act, shown as such', () => {
  it('a decision says whether a member or the centre wrote it down', async () => {
    const { juryId, sent } = await prepareOne();
    const { body } = await office.decide(juryId, [sent], employer);
    await office.decide(juryId, [{ ...sent, blockCode: 'B2' }], coordinator);
    const { decisions } = await office.room(juryId);
    expect(decisions.map(({ blockCode, origin }) => [blockCode, origin]).toSorted()).toEqual([
      ['B1', 'member'],
      ['B2', 'office'],
    ]);
    expect(only(body.decisions).decidedByName).toBe('Dupuis Marc');
  });

  it('a coordinator who sits in the jury decides as a member', async () => {
    const { juryId, sent } = await prepareOne();
    await office.addMember(juryId, asNewMember(coordinator, 'employer'));
    await office.markPresent(juryId, [coordinator]);
    const { body } = await office.decide(juryId, [sent], coordinator);
    expect(only(body.decisions).origin).toBe('member');
  });
});

describe('half of the voters come from outside the centre and the certifier (W34)', () => {
  const warningsOf = async (juryId: string) =>
    (await office.read(juryId)).closing
      .filter(({ severity }) => severity === 'warning')
      .map(({ rule }) => rule);

  it('a role in the centre makes a member internal, and the session warns', async () => {
    const { juryId } = await office.prepare();
    const trainer = await office.centre.addMember('trainer');
    await office.addMember(juryId, asNewMember(trainer, 'employee'));
    await office.markPresent(juryId, [trainer]);
    await office.changeMember(juryId, employer, { isInternal: true });
    const { members } = await office.read(juryId);
    const seat = members.find(({ personId }) => personId === trainer.personId);
    expect(seat).toMatchObject({ isInternal: true, isInternalByRole: true });
    expect(await warningsOf(juryId)).toEqual(['jury.external-half']);
    await office.changeMember(juryId, employer, { isInternal: false });
    expect(await warningsOf(juryId)).toEqual([]);
  });

  it('an access that was taken away is told beside the seat, whatever is marked there', async () => {
    const { juryId } = await office.prepare();
    const endedOf = async () => {
      const { members } = await office.read(juryId);
      return members.find(({ personId }) => personId === employer.personId)?.isAccessEnded;
    };
    expect(await endedOf()).toBe(false);
    const end = (endedAt: Date | null) =>
      office.app.db.system.membership.updateMany({
        where: { centreId: office.centre.id, personId: employer.personId, role: 'jury_member' },
        data: { endedAt },
      });
    expect((await end(new Date())).count).toBe(1);
    expect(await endedOf()).toBe(true);
    await end(null);
  });

  it('it is a warning: the session closes, and its minutes say the share', async () => {
    const { juryId, learners } = await office.prepare();
    await office.changeMember(juryId, employer, { isInternal: true });
    await office.changeMember(juryId, employee, { isInternal: true });
    await office.decideAll(juryId, only(learners));
    expect((await office.close(juryId)).body.state).toBe('closed');
    const { content } = await office.app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(JSON.stringify(content)).toContain(
      '0 votant extérieur au centre et au certificateur sur 2',
    );
  });
});

describe('a vote may be counted, and then decides (DOMAIN Q7)', () => {
  it('an absolute majority is kept beside the decision and goes into the minutes', async () => {
    const { juryId, learners } = await office.prepare();
    const learner = only(learners);
    await office.decideAll(juryId, learner, ['B2', 'B3', 'B4']);
    const vote = { for: 2, against: 0, abstentions: 0 };
    const sent = { enrolmentId: learner.enrolmentId, blockCode: 'B1', decision: 'acquired', vote };
    const { body } = await office.decide(juryId, [sent], employer);
    expect(only(body.decisions).vote).toEqual(vote);
    await office.close(juryId);
    const { content } = await office.app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(content).toMatchObject({
      candidates: [
        {
          blocks: [
            {
              origin: 'member',
              vote: '2 voix pour, 0 contre, 0 abstention : majorité absolue, le bloc est acquis.',
            },
            { origin: 'office', vote: null },
            {},
            {},
          ],
        },
      ],
    });
  });

  it('a tie is not acquired, and no more voices count than members who vote', async () => {
    const { juryId, sent } = await prepareOne();
    const withVote = (inFavour: number, against: number) =>
      office.decide(
        juryId,
        [{ ...sent, vote: { for: inFavour, against, abstentions: 0 } }],
        employer,
      );
    const tie = await withVote(1, 1);
    expect(tie.problem.errors).toEqual([
      { pointer: '/decisions/0/vote', message: expect.stringContaining('CPNEFP') },
    ]);
    expect((await withVote(3, 0)).problem.detail).toContain('2 membres votent');
    const broken = await withVote(-1, 0);
    expect(broken.problem.errors?.[0]?.pointer).toBe('/decisions/0/vote/for');
  });
});
