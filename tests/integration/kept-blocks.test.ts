import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let first: CohortRecords;
let second: CohortRecords;
let learner: RecordedLearner;

/** Somebody who acquired blocks 1 and 2 in an earlier cohort, failed block 3, and enrols again. */
beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator');
  first = await CohortRecords.create(app.db, centre, { name: 'Printemps', juryOn: null });
  second = await CohortRecords.create(app.db, centre, { name: 'Automne', like: first });
  const before = await first.addLearner('Maxime', 'Bonnet');
  await first.decide(before, 'B1', 'acquired', '2026-06-18');
  await first.decide(before, 'B2', 'acquired', '2026-06-18');
  await first.decide(before, 'B3', 'not_acquired', '2026-06-18');
  learner = await second.addLearner('Maxime', 'Bonnet', { personId: before.personId });
});
afterAll(() => app.close());

describe('blocks acquired under an earlier enrolment are kept (S1:L176, DOMAIN 4.4)', () => {
  it('the board of the new cohort shows them acquired, with their decision', async () => {
    const { body } = await app.call(
      'GET /cohorts/:cohortId/board',
      { params: { cohortId: second.id } },
      coordinator,
    );
    const line = body.learners.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
    const states = line?.cells.map(({ state }) => state === 'acquired');
    expect(states).toEqual([true, true, false, false]);
  });

  it('the jury does not judge them again: « déjà acquis »', async () => {
    const { body } = await app.call(
      'POST /juries',
      { body: { heldOn: '2026-11-23', place: 'Le Mans', cohortIds: [second.id] } },
      coordinator,
    );
    const params = { juryId: body.id };
    const room = await app.call('GET /juries/:juryId/room', { params }, coordinator);
    const [candidate] = room.body.candidates;
    expect(candidate?.blocks.map(({ status, heldOn }) => [status, heldOn])).toEqual([
      ['held', '2026-06-18'],
      ['held', '2026-06-18'],
      ['presented', null],
      ['presented', null],
    ]);
    expect(candidate?.kind).toBe('training');
  });

  it('what was refused there is judged anew, and what is missing counts them', async () => {
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    const blocks = body.readiness.reasons.filter(
      ({ rule }) => rule === 'certificate.block-acquired',
    );
    expect(blocks.map(({ met }) => met)).toEqual([true, true, false, false]);
    expect(body.readiness.sentence).toContain('aucun jury ne l’a encore examiné');
  });

  it('they take no appraisal any more', async () => {
    const { body } = await app.call(
      'POST /appraisals',
      {
        body: {
          cohortId: second.id,
          enrolmentIds: [learner.enrolmentId],
          blockCodes: ['B1', 'B3'],
          dueOn: '2026-12-18',
          label: 'Fin',
        },
      },
      coordinator,
    );
    expect(body.requested).toBe(1);
    expect(body.skipped[0]?.reason).toContain('a déjà acquis le bloc B1 le 18 juin 2026');
  });

  it('another version keeps nothing by itself (Q4)', async () => {
    const other = await CohortRecords.create(app.db, centre, {
      frameworkCode: 'CQP-AM-2022-AFBB',
    });
    const { enrolmentId } = await other.addLearner('Maxime', 'Bonnet', {
      personId: learner.personId,
    });
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId } },
      coordinator,
    );
    expect(body.readiness.reasons.filter(({ met }) => met)).toEqual([]);
  });
});
