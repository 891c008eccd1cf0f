import { addDays, formatSpokenName, type PlainDate } from '@jalon/domain';
import { actorOf, type LivedCohort, type Stage } from './stage.ts';

/** Blocks of a cohort under way whose teaching has ended when the tutors are asked again. */
const taughtBeforeJury = 3;

/** The office asks at mid-course and before the jury; the tutors answer and sign. */
export async function appraiseBlocks(stage: Stage, cohort: LivedCohort): Promise<void> {
  const { clock } = stage;
  const { juryIn, startsIn, state } = cohort.story;
  const params = { cohortId: cohort.id };
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const options = await office('GET /appraisals/request-options', {});
  const blocks = options.find(({ cohort: { id } }) => id === params.cohortId)?.blocks ?? [];
  const codes = blocks.filter(({ competenceCount }) => competenceCount > 0).map(({ code }) => code);
  const [first, second] = codes;
  if (!first || juryIn === null) return;
  const isOver = state === 'completed';
  const midCourse = isOver ? addDays(clock.day(startsIn), 70) : clock.day(-40);
  await openCampaign(stage, cohort, second ? [first, second] : [first], midCourse, 'Mi-parcours');
  await sign(stage, cohort, addDays(midCourse, 4), 'in_progress', () => true);
  const end = isOver ? addDays(clock.day(juryIn), -30) : clock.day(-16);
  await openCampaign(
    stage,
    cohort,
    isOver ? codes : codes.slice(0, taughtBeforeJury),
    end,
    'Avant le jury',
  );
  await sign(stage, cohort, addDays(end, 5), 'mastered', (learner, blockCode) =>
    isOver ? true : learner.story.unsignedBlock !== blockCode,
  );
}

/** A block that the jury refused is appraised anew before it is sat again (Q2). */
export async function appraiseAgain(
  stage: Stage,
  cohort: LivedCohort,
  blockCodes: readonly string[],
  on: PlainDate,
): Promise<void> {
  await request(stage, cohort, [...blockCodes], on, 'Avant la nouvelle présentation');
  await sign(stage, cohort, addDays(on, 3), 'mastered', () => true);
}

/** A campaign that opens the day it is planned: every tutor of the cohort is asked. */
async function openCampaign(
  stage: Stage,
  cohort: LivedCohort,
  blockCodes: string[],
  on: string,
  label: string,
): Promise<void> {
  stage.clock.moveTo(on, '08:00:00');
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  await office('POST /cohorts/:cohortId/appraisal-campaigns', {
    params: { cohortId: cohort.id },
    body: { label, opensOn: on, dueOn: addDays(on, 12), blockCodes },
  });
}

async function request(
  stage: Stage,
  cohort: LivedCohort,
  blockCodes: string[],
  on: string,
  label: string,
): Promise<void> {
  stage.clock.moveTo(on, '08:00:00');
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  await office('POST /appraisals', {
    body: { cohortId: cohort.id, blockCodes, dueOn: addDays(on, 12), label },
  });
}

type Answers = (learner: LivedCohort['learners'][number], blockCode: string) => boolean;

async function sign(
  stage: Stage,
  cohort: LivedCohort,
  on: string,
  level: 'mastered' | 'in_progress',
  answers: Answers,
): Promise<void> {
  const { db, clock, centre } = stage;
  clock.moveTo(on, '11:30:00');
  const drafts = await db.system.appraisal.findMany({
    where: {
      centreId: centre.id,
      signedAt: null,
      enrolmentId: { in: cohort.learners.map(({ enrolmentId }) => enrolmentId) },
    },
    orderBy: { id: 'asc' },
  });
  for (const draft of drafts) {
    const learner = cohort.learners.find(({ enrolmentId }) => enrolmentId === draft.enrolmentId);
    if (!learner || !draft.tutorId || !answers(learner, draft.blockCode)) continue;
    await signOne(stage, draft.id, draft.tutorId, level);
  }
}

async function signOne(
  stage: Stage,
  appraisalId: string,
  tutorId: string,
  level: 'mastered' | 'in_progress',
): Promise<void> {
  const { db, centre } = stage;
  const { userId, person } = await db.system.membership.findFirstOrThrow({
    where: { centreId: centre.id, personId: tutorId, role: 'tutor' },
    include: { person: true },
  });
  const tutor = stage.api.as({ userId, centreId: centre.id });
  const params = { appraisalId };
  const sheet = await tutor('GET /tutor/appraisals/:appraisalId', { params });
  const draft = await tutor('PUT /tutor/appraisals/:appraisalId', {
    params,
    body: {
      ratings: Object.fromEntries(
        sheet.competences.map(({ code }, index) => [code, index === 0 ? 'in_progress' : level]),
      ),
      comments: {},
      comment: level === 'mastered' ? 'À l’aise avec les patients, autonome sur le logiciel.' : '',
      revision: sheet.revision,
    },
  });
  await tutor('POST /tutor/appraisals/:appraisalId/signature', {
    params,
    body: { revision: draft.revision, confirmedName: formatSpokenName(person) },
  });
}
