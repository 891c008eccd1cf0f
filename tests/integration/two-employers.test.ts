import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohort: CohortRecords;
let learner: RecordedLearner;
let secondId: string;

/** Somebody shared between two surgeries, each with its tutor. */
beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator');
  cohort = await CohortRecords.create(app.db, centre);
  learner = await cohort.addLearner('Amina', 'Diallo');
  const second = await app.db.system.employment.create({
    data: {
      centreId: centre.id,
      personId: learner.personId,
      employerName: 'Cabinet Morel',
      tutorId: await centre.addPerson('Jean', 'Morel'),
      hireDate: new Date('2026-06-01'),
    },
  });
  secondId = second.id;
});
afterAll(() => app.close());

const tutorReason = async () => {
  const params = { cohortId: cohort.id, enrolmentId: learner.enrolmentId, blockCode: 'B1' };
  const path = 'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode';
  const { body } = await app.call(path, { params }, coordinator);
  return body.proposal.reasons.find(({ rule }) => rule === 'appraisal.accepted-levels');
};

describe('a learner with two employers is appraised by each tutor (Q16)', () => {
  it('what the second one signs later does not undo the refusal of the first', async () => {
    await cohort.appraise(learner, 'B1', 'not_acquired', {
      signedOn: '2026-10-01',
      employmentId: learner.employmentId,
      signerName: 'Dr Ferrand',
    });
    await cohort.appraise(learner, 'B1', 'mastered', {
      signedOn: '2026-10-02',
      employmentId: secondId,
      signerName: 'Dr Morel',
    });
    const reason = await tutorReason();
    expect(reason?.met).toBe(false);
    expect(reason?.facts).toMatch(/Dr Ferrand \(1er octobre 2026\).*Dr Morel \(2 octobre 2026\)/);
  });

  it('once that employment has ended, the tutor in post is the one who counts (Q5)', async () => {
    await app.db.system.employment.updateMany({
      where: { id: learner.employmentId },
      data: { endsOn: new Date('2026-10-31') },
    });
    const reason = await tutorReason();
    expect(reason).toMatchObject({ met: true });
    expect(reason?.facts).not.toContain('Ferrand');
  });
});
