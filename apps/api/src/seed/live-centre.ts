import type { ReminderJobs } from '../modules/reminders/reminders.jobs.ts';
import { completeFiles, openRooms } from './equip-centre.ts';
import { liveCohort } from './live-cohort.ts';
import { remindMornings } from './remind-mornings.ts';
import { staffStories } from './staff.ts';
import type { Stage } from './stage.ts';
import type { CentreStory } from './story.ts';

/** Opens a centre's rooms, lives its cohorts one after the other, oldest first, then its last days. */
export async function liveCentre(
  stage: Stage,
  story: CentreStory,
  reminders: ReminderJobs,
): Promise<void> {
  const staff = staffStories.get(story.slug);
  if (!staff) throw new Error(`The centre ${story.slug} has no staff`);
  const { clock } = stage;
  clock.moveTo(clock.day(-840), '08:00:00');
  await openRooms(stage, staff);
  for (const cohort of story.cohorts) await liveCohort(stage, story, cohort);
  clock.moveTo(clock.day(-8), '14:00:00');
  await completeFiles(stage, staff);
  await remindMornings(stage, reminders);
}
