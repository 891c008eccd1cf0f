import { describe, expect, it } from '@jest/globals';
import {
  app,
  coordinator,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';

openJuryOffice();

const rulesOf = async (juryId: string, by = coordinator) =>
  (await office.read(juryId, by)).preparation.map(({ rule }) => rule);
const planJury = (cohortId: string, juryOn: string) =>
  app.db.system.cohort.updateMany({
    where: { id: cohortId },
    data: { juryOn: new Date(juryOn) },
  });

describe('a session says what does not fit before it closes (DOMAIN 4.6)', () => {
  it('that it has no candidate at all', async () => {
    const juryId = await office.prepareSession({ frameworkId: office.frameworkId });
    expect(await rulesOf(juryId)).toEqual(['jury.candidates']);
  });

  it('that its cohort plans another day; the cohort says the same', async () => {
    const { juryId, cohortId } = await office.prepare([{}], { opens: false });
    await planJury(cohortId, '2026-12-14');
    expect(await rulesOf(juryId)).toEqual(['jury.day-as-planned']);
    const { body } = await app.call(
      'GET /cohorts/:cohortId',
      { params: { cohortId } },
      coordinator,
    );
    expect(body.jurySessions).toEqual([{ heldOn: '2026-11-23', candidates: 1 }]);
    await planJury(cohortId, '2026-11-23');
    expect(await rulesOf(juryId)).toEqual([]);
  });

  it('who of its cohort comes before no jury', async () => {
    const { params, juryId, learners } = await office.prepare(
      ['Abel', 'Bonnet', 'Caron'].map((birthName) => ({
        name: { givenName: 'Maxime', birthName },
      })),
      { opens: false },
    );
    await app.call(
      'DELETE /juries/:juryId/candidates/:enrolmentId',
      { params: { ...params, enrolmentId: learners[1]?.enrolmentId ?? '' } },
      coordinator,
    );
    const { preparation } = await office.read(juryId);
    expect(preparation.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^1 apprenant de « .* » ne passe devant aucun jury : Bonnet Maxime\./),
    ]);
  });

  it('which other session its candidates come before, on both; members are told nothing', async () => {
    const { juryId, cohortId } = await office.prepare([{}], { opens: false });
    const other = await office.prepareSession({ cohortIds: [cohortId], place: 'Rodez' });
    expect((await office.read(juryId)).preparation.map(({ message }) => message)).toEqual([
      expect.stringContaining('aussi présenté au jury du 23 novembre 2026, Rodez : Bonnet Maxime'),
    ]);
    expect(await rulesOf(other)).toEqual(['jury.presented-once']);
    expect(await rulesOf(juryId, employer)).toEqual([]);
  });
});

describe('a candidate of two open sessions is decided once (S1:L176)', () => {
  it('the second session is refused the block that the first has decided, and told where', async () => {
    const { juryId, cohortId, learners } = await office.prepare();
    const learner = only(learners);
    await office.decideAll(juryId, learner, ['B1']);
    const other = await office.prepareSession({ cohortIds: [cohortId] });
    await office.open(other);
    const refused = await office.decideAll(other, learner, ['B1', 'B2']);
    expect(refused.status).toBe(422);
    expect(refused.problem.errors).toEqual([
      {
        pointer: '/decisions/0/blockCode',
        message: expect.stringContaining('déjà décidé par le jury ouvert du 23 novembre 2026'),
      },
    ]);
    expect(await app.db.system.juryDecision.count({ where: { jurySessionId: other } })).toBe(0);
    expect((await office.decideAll(other, learner, ['B2'])).status).toBe(200);
  });
});
