import { appraiseAgain } from './appraise-blocks.ts';
import { openJury, prepareJury } from './hold-jury.ts';
import { actorOf, type LivedCohort, type Stage } from './stage.ts';
import type { CentreStory } from './story.ts';

/**
 * What a finished cohort did not acquire is sat again: the épreuves twelve days ago, the jury this
 * very day, open and waiting for its members.
 */
export async function resitToday(
  stage: Stage,
  centreStory: CentreStory,
  cohort: LivedCohort,
): Promise<void> {
  const { clock, centre } = stage;
  const today = clock.realToday();
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const names = new Set(cohort.learners.map(({ enrolmentId }) => enrolmentId));
  const resits = (await office('GET /resits', { query: { settled: 'no' } })).filter(
    ({ enrolmentId, assessments }) => names.has(enrolmentId) && assessments.length > 0,
  );
  if (resits.length === 0) return;
  clock.moveTo(clock.day(-20), '09:00:00');
  const juryId = await prepareJury(stage, centreStory, {
    heldOn: today,
    cohortIds: [],
    frameworkId: centre.frameworks.get(cohort.story.frameworkCode) ?? '',
  });
  for (const { decisionId } of resits)
    await office('PUT /resits/:decisionId', {
      params: { decisionId },
      body: { plannedOn: today, juryId, note: '' },
    });
  const blockCodes = new Set(resits.map(({ blockCode }) => blockCode));
  await appraiseAgain(stage, cohort, [...blockCodes], clock.workday(-18));
  for (const { enrolmentId, blockCode } of resits)
    await sitAgain(stage, cohort.id, enrolmentId, blockCode);
  clock.moveToNow();
  await openJury(stage, juryId);
}

async function sitAgain(
  stage: Stage,
  cohortId: string,
  enrolmentId: string,
  blockCode: string,
): Promise<void> {
  const { clock } = stage;
  const heldOn = clock.workday(-12);
  clock.moveTo(heldOn, '17:00:00');
  // The office types in what the trainers of the block hand over.
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const grid = await office('GET /cohorts/:cohortId/assessments/:blockCode', {
    params: { cohortId, blockCode },
  });
  const row = grid.learners.find((learner) => learner.enrolmentId === enrolmentId);
  const results = grid.block.assessments.flatMap((assessment, index) => {
    const cell = row?.cells[index];
    if (assessment.credentialCode !== null || cell?.state !== 'failed') return [];
    return [
      {
        enrolmentId,
        blockCode,
        assessmentCode: assessment.code,
        attempt: 2,
        expectedId: null,
        heldOn,
        marks: Object.fromEntries(assessment.expected.map(({ key }) => [key, true])),
        assessorName: actorOf(stage, 'trainer').name,
      },
    ];
  });
  if (results.length > 0) await office('PUT /assessment-results', { body: { results } });
}
