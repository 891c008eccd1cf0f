import { describe, expect, it } from '@jest/globals';
import { app, centre, coordinator, office, only, openJuryOffice } from '../support/jury-office.ts';

openJuryOffice();

/** Block 2 refused by a jury that closed today; its tutor had signed before. */
async function refuseBlock() {
  const tutor = await centre.addMember('tutor', { givenName: 'Hélène', birthName: 'Ferrand' });
  const { juryId, cohortId, learners } = await office.prepare([{ tutorId: tutor.personId }]);
  const learner = only(learners);
  await office.decideAll(juryId, learner, ['B1', 'B3', 'B4']);
  await office.decide(juryId, [
    {
      enrolmentId: learner.enrolmentId,
      blockCode: 'B2',
      decision: 'not_acquired',
      motive: 'Épreuve à revoir.',
    },
  ]);
  expect((await office.close(juryId)).status).toBe(200);
  const ask = () =>
    app.call(
      'POST /appraisals',
      {
        body: {
          cohortId,
          enrolmentIds: [learner.enrolmentId],
          blockCodes: ['B1', 'B2'],
          dueOn: '2026-12-18',
          label: 'Nouvelle présentation',
        },
      },
      coordinator,
    );
  const proposalOf = async () => {
    const params = { cohortId, enrolmentId: learner.enrolmentId, blockCode: 'B2' };
    const { body } = await app.call(
      'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode',
      { params },
      coordinator,
    );
    return body.proposal.reasons.map(({ facts }) => facts).join(' ');
  };
  return { tutor, learner, ask, proposalOf };
}

describe('a block refused today is asked of its tutor on the same day (Q2)', () => {
  it('the one signed before is no reason to leave it out; a block acquired is', async () => {
    const { tutor, learner, ask } = await refuseBlock();
    const { body } = await ask();
    expect(body).toMatchObject({ requested: 1, mails: 1 });
    expect(body.skipped).toMatchObject([
      { blockCode: 'B1', reason: expect.stringContaining('a déjà acquis le bloc B1') },
    ]);
    const asked = await app.db.system.appraisal.findMany({
      where: { enrolmentId: learner.enrolmentId, signedAt: null },
    });
    expect(asked.map(({ blockCode, tutorId }) => [blockCode, tutorId])).toEqual([
      ['B2', tutor.personId],
    ]);
    const again = await ask();
    expect(again.body).toMatchObject({ requested: 0, mails: 0 });
  });

  it('what they sign the next day counts; what they had signed by the day of the jury does not', async () => {
    const { tutor, learner, ask, proposalOf } = await refuseBlock();
    const awaited = 'une nouvelle appréciation est attendue depuis le jury du 23 novembre';
    expect(await proposalOf()).toContain(awaited);
    await ask();
    const { id } = await app.db.system.appraisal.findFirstOrThrow({
      where: { enrolmentId: learner.enrolmentId, signedAt: null },
    });
    const codes = office.framework.blocks
      .find(({ code }) => code === 'B2')
      ?.competences.map(({ code }) => code);
    app.clock.set('2026-11-24T09:00:00+01:00');
    const { body } = await app.call(
      'PUT /tutor/appraisals/:appraisalId',
      {
        params: { appraisalId: id },
        body: {
          ratings: Object.fromEntries((codes ?? []).map((code) => [code, 'mastered'])),
          comments: {},
          comment: '',
          revision: 1,
        },
      },
      tutor,
    );
    const signed = await app.call(
      'POST /tutor/appraisals/:appraisalId/signature',
      { params: { appraisalId: id }, body: { revision: body.revision, confirmedName: tutor.name } },
      tutor,
    );
    expect(signed.status).toBe(200);
    expect(await proposalOf()).not.toContain(awaited);
  });
});
