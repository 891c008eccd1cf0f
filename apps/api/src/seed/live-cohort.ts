import { addDays, type PlainDate, weekdayOf } from '@jalon/domain';
import { appraiseBlocks } from './appraise-blocks.ts';
import { assessBlocks } from './assess-blocks.ts';
import { attendHalfDays } from './attend-half-days.ts';
import { enrolLearners } from './enrol-learners.ts';
import { certify, holdJury, prepareJury } from './hold-jury.ts';
import { resitToday } from './resit-today.ts';
import { actorOf, type LivedCohort, type Stage } from './stage.ts';
import type { CentreStory, CohortStory } from './story.ts';

/** One cohort from its opening to where it stands today. */
export async function liveCohort(
  stage: Stage,
  centreStory: CentreStory,
  story: CohortStory,
): Promise<void> {
  const { clock } = stage;
  const startsOn = clock.day(story.startsIn);
  const opensOn = story.startsIn < 0 ? addDays(startsOn, -45) : clock.day(-10);
  clock.moveTo(opensOn, '09:00:00');
  const id = await openCohort(stage, story);
  if (story.state === 'draft' || story.state === 'postponed') return;
  const learners = await enrolLearners(stage, centreStory, story, id);
  const cohort: LivedCohort = { id, story, learners };
  if (story.startsIn >= 0) return;
  clock.moveTo(startsOn, '06:00:00');
  await moveState(stage, id, 'running');
  await attendHalfDays(stage, cohort);
  await assessBlocks(stage, cohort);
  await appraiseBlocks(stage, cohort);
  if (story.state !== 'completed') return prepareNextJury(stage, centreStory, cohort);
  await holdJury(stage, centreStory, cohort);
  await certify(stage, cohort);
  await moveState(stage, id, 'completed');
  if (story.resitsToday) await resitToday(stage, centreStory, cohort);
}

/** A month ahead the session exists, with its members and candidates. */
async function prepareNextJury(
  stage: Stage,
  centreStory: CentreStory,
  { id, story }: LivedCohort,
): Promise<void> {
  const { clock } = stage;
  if (story.juryIn === null || story.juryIn > 30) return;
  clock.moveTo(clock.day(-3), '10:00:00');
  const heldOn = clock.workday(story.juryIn);
  await prepareJury(stage, centreStory, { heldOn, cohortIds: [id] });
}

/** The centres of the stories give all of a cohort to one trainer, and know what that asks of them. */
const knownOfCohorts = [
  'plan.trainer-qualified',
  'plan.trainer-works',
  'plan.trainer-absent',
  'plan.trainer-week',
  'plan.room-seats',
  'plan.room-equipped',
] as const;

/** Opens the cohort, plans its calendar and gives its half-days a trainer and a room. */
async function openCohort(stage: Stage, story: CohortStory): Promise<string> {
  const { centre, clock } = stage;
  const call = stage.api.as(actorOf(stage, 'coordinator'));
  const [siteId = ''] = centre.siteIds;
  const { id } = await call('POST /cohorts', {
    body: {
      name: nameCohort(story.name, clock.day(story.startsIn)),
      frameworkVersionId: centre.frameworks.get(story.frameworkCode) ?? '',
      siteId,
      startsOn: clock.day(story.startsIn),
      endsOn: null,
      weekdays: chooseWeekdays(story, clock.realToday()),
      minutesPerDay: story.minutesPerDay,
      closedMonths: [...story.closedMonths],
      capacity: story.capacity,
      juryOn: story.juryIn === null ? null : clock.workday(story.juryIn),
    },
  });
  if (story.state === 'draft') return id;
  const params = { cohortId: id };
  const { fingerprint } = await call('POST /cohorts/:cohortId/calendar-proposal', { params });
  await call('POST /cohorts/:cohortId/calendar', { params, body: { fingerprint } });
  const trainerId = actorOf(stage, 'trainer').personId;
  const runs = await call('GET /cohorts/:cohortId/module-runs', { params });
  await call('POST /cohorts/:cohortId/assignment', {
    params,
    body: {
      moduleRunIds: runs.map((run) => run.id),
      trainerId,
      roomId: await findRoom(stage, story),
      skipTaken: true,
      acceptedWarnings: [...knownOfCohorts],
    },
  });
  await moveState(stage, id, 'planned');
  if (story.state === 'postponed') await moveState(stage, id, 'postponed');
  return id;
}

async function findRoom(stage: Stage, { room: name }: CohortStory): Promise<string> {
  const rooms = await stage.api.as(actorOf(stage, 'coordinator'))('GET /rooms');
  const room = rooms.find((candidate) => candidate.name === name);
  if (!room) throw new Error(`${stage.centre.name} has no room ${name}`);
  return room.id;
}

async function moveState(
  stage: Stage,
  cohortId: string,
  state: 'planned' | 'running' | 'postponed' | 'completed',
): Promise<void> {
  const call = stage.api.as(actorOf(stage, 'coordinator'));
  const cohort = await call('GET /cohorts/:cohortId', { params: { cohortId } });
  // Adopting a calendar plans the cohort by itself.
  if (cohort.state === state) return;
  await call('POST /cohorts/:cohortId/state', {
    params: { cohortId },
    body: { state, revision: cohort.revision },
  });
}

/** A cohort that meets today does so whatever the day of the demonstration, week-ends aside. */
function chooseWeekdays({ weekdays, meetsToday }: CohortStory, today: PlainDate): number[] {
  const weekday = weekdayOf(today);
  if (!meetsToday || weekday > 5) return [...weekdays];
  return [weekday, (weekday % 5) + 1].toSorted();
}

const seasons = ['Hiver', 'Printemps', 'Été', 'Automne'];

/** « {saison}, FAE » for a cohort that starts in October 2026 is « Automne 2026, FAE ». */
function nameCohort(name: string, startsOn: string): string {
  const [year = '', month = ''] = startsOn.split('-');
  const season = seasons[Math.floor((Number(month) % 12) / 3)];
  return name.replace('{saison}', `${season} ${year}`);
}
