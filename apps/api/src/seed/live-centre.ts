import type { ReminderJobs } from '../modules/reminders/reminders.jobs.ts';
import { liveCohort } from './live-cohort.ts';
import { remindMornings } from './remind-mornings.ts';
import type { Stage } from './stage.ts';
import type { CentreStory } from './story.ts';

/** Lives a centre's cohorts one after the other, oldest first, then its last mornings. */
export async function liveCentre(
  stage: Stage,
  story: CentreStory,
  reminders: ReminderJobs,
): Promise<void> {
  for (const cohort of story.cohorts) await liveCohort(stage, story, cohort);
  await remindMornings(stage, reminders);
}
