import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppraisalOffice } from '../support/appraisal-office.ts';
import { CampaignOffice } from '../support/campaign-office.ts';
import type { Member } from '../support/centre-builder.ts';

let campaigns: CampaignOffice;
let office: AppraisalOffice;

beforeAll(async () => {
  campaigns = await CampaignOffice.start();
  office = campaigns.office;
});
afterAll(() => office.app.close());

const openNow = () => campaigns.plan({ opensOn: '2026-11-23', dueOn: '2026-12-07' });
const invitationsOf = ({ personId }: Member) =>
  office.app.db.system.mail.count({ where: { personId, purpose: 'self-assessment.invited' } });
const invitedBlocks = async (self: Member) => {
  const { body } = await office.app.call('GET /self-assessments', {}, self);
  return body.trainings.flatMap(({ blocks }) =>
    blocks.filter(({ invitedUntil }) => invitedUntil !== null).map(({ code }) => code),
  );
};

async function sendWhole(enrolmentId: string, self: Member, blockCode: string): Promise<void> {
  const begun = await office.app.call(
    'POST /enrolments/:enrolmentId/self-assessments',
    { params: { enrolmentId }, body: { blockCode } },
    self,
  );
  const params = { selfAssessmentId: begun.body.id };
  const ratings = office.allAt('in_progress', blockCode);
  const body = { ratings, comments: {}, comment: '', revision: 1 };
  await office.app.call('PUT /self-assessments/:selfAssessmentId', { params, body }, self);
  const sent = await office.app.call(
    'POST /self-assessments/:selfAssessmentId/sending',
    { params, body: { revision: 2 } },
    self,
  );
  expect(sent.status).toBe(200);
}

describe('a campaign that opens invites the learner to assess themselves (DOMAIN 4.5)', () => {
  it('by one mail whatever the blocks, and on their page until they have', async () => {
    const { learner, self } = await office.enterLearner();
    expect(await invitedBlocks(self)).toEqual([]);
    await openNow();
    expect(await invitationsOf(self)).toBe(1);
    expect(await invitedBlocks(self)).toEqual(['B1', 'B2']);
    await sendWhole(learner.enrolmentId, self, 'B1');
    expect(await invitedBlocks(self)).toEqual(['B2']);
    await sendWhole(learner.enrolmentId, self, 'B2');
    expect(await invitedBlocks(self)).toEqual([]);
    expect(await invitationsOf(self)).toBe(1);
  });

  it('leaves alone who has said it all just before, and who is not asked about', async () => {
    const said = await office.enterLearner();
    for (const block of ['B1', 'B2']) await sendWhole(said.learner.enrolmentId, said.self, block);
    const untutored = await office.enterLearner();
    await office.app.db.system.employment.updateMany({
      where: { id: untutored.learner.employmentId },
      data: { tutorId: null },
    });
    await openNow();
    expect([await invitationsOf(said.self), await invitationsOf(untutored.self)]).toEqual([0, 0]);
    expect([await invitedBlocks(said.self), await invitedBlocks(untutored.self)]).toEqual([[], []]);
  });
});
