import { addDays, addYears } from '@jalon/domain';
import { actorOf, type EnrolledLearner, type LivedCohort, type Stage } from './stage.ts';

/** Épreuves of every block whose evaluation has taken place, and the AFGSU of each learner. */
export async function assessBlocks(stage: Stage, cohort: LivedCohort): Promise<void> {
  const { clock } = stage;
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const params = { cohortId: cohort.id };
  const { slots } = await office('GET /cohorts/:cohortId/calendar', { params });
  const lastDays = new Map<string, string>();
  for (const slot of slots.filter(({ kind }) => kind === 'evaluation'))
    lastDays.set(slot.blockCode, slot.date);
  for (const [blockCode, heldOn] of lastDays) {
    if (heldOn >= clock.realToday()) continue;
    clock.moveTo(heldOn, '17:00:00');
    await assessBlock(stage, cohort, blockCode, heldOn);
  }
  await recordCredentials(stage, cohort);
}

async function assessBlock(
  stage: Stage,
  cohort: LivedCohort,
  blockCode: string,
  heldOn: string,
): Promise<void> {
  // The office types in what the trainers of the block hand over.
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const grid = await office('GET /cohorts/:cohortId/assessments/:blockCode', {
    params: { cohortId: cohort.id, blockCode },
  });
  const open = grid.block.assessments.filter(({ credentialCode }) => credentialCode === null);
  if (open.length === 0) return;
  const present = await listPresent(stage, cohort, blockCode);
  const results = grid.learners.flatMap(({ enrolmentId }, seat) => {
    const learner = present.find((learner) => learner.enrolmentId === enrolmentId);
    if (!learner) return [];
    // A failed block lacks two épreuves; otherwise one learner in three lacks one, which is allowed.
    const lacking = learner.story.failsBlock === blockCode ? 2 : seat % 3 === 0 ? 1 : 0;
    return open.map((assessment, index) => ({
      enrolmentId,
      blockCode,
      assessmentCode: assessment.code,
      attempt: 1,
      expectedId: null,
      heldOn,
      marks: Object.fromEntries(
        assessment.expected.map(({ key }) => [key, index < open.length - lacking]),
      ),
      assessorName: actorOf(stage, 'trainer').name,
    }));
  });
  if (results.length > 0) await office('PUT /assessment-results', { body: { results } });
}

/** Those whose path leads to this evaluation: who joined after the block began sits it later. */
async function listPresent(
  stage: Stage,
  cohort: LivedCohort,
  blockCode: string,
): Promise<EnrolledLearner[]> {
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const present: EnrolledLearner[] = [];
  for (const learner of cohort.learners) {
    if (learner.story.withdraws) continue;
    const params = { enrolmentId: learner.enrolmentId };
    const { path } = await office('GET /enrolments/:enrolmentId', { params });
    const step = path.find((one) => one.kind === 'evaluation' && one.blockCode === blockCode);
    if (step?.state === 'own') present.push(learner);
  }
  return present;
}

async function recordCredentials(stage: Stage, cohort: LivedCohort): Promise<void> {
  const { clock } = stage;
  const { juryIn } = cohort.story;
  if (juryIn === null) return;
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  for (const { enrolmentId, story } of cohort.learners) {
    if (story.afgsuLeft === null || story.withdraws) continue;
    // Obtained so that it ends `afgsuLeft` days from the jury; in the second year by default.
    const endsOn = addDays(clock.day(juryIn), story.afgsuLeft ?? 900);
    const obtainedOn = addYears(endsOn, -4);
    if (obtainedOn >= clock.realToday()) continue;
    const entersOn = clock.day(cohort.story.startsIn);
    const [recordedOn = entersOn] = [obtainedOn, entersOn].toSorted().reverse();
    clock.moveTo(recordedOn, '16:30:00');
    await office('POST /enrolments/:enrolmentId/credentials', {
      params: { enrolmentId },
      body: {
        code: 'AFGSU1',
        obtainedOn,
        issuer: stage.centre.name === 'afbb' ? 'CESU 75' : 'CESU 72',
        reference: `AFGSU-${obtainedOn.slice(0, 4)}-${enrolmentId.slice(-4)}`,
      },
    });
  }
}
