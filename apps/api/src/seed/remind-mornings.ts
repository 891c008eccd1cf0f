import type { ReminderJobs } from '../modules/reminders/reminders.jobs.ts';
import type { Stage } from './stage.ts';

const mornings = 14;

/** The reminders of the last two weeks, as the schedule would have sent them each morning. */
export async function remindMornings(
  { clock, centre }: Stage,
  reminders: ReminderJobs,
): Promise<void> {
  for (let daysAgo = mornings; daysAgo >= 1; daysAgo -= 1) {
    clock.moveTo(clock.day(-daysAgo), '06:00:00');
    await reminders.planCentre({ id: `story-${daysAgo}`, centreId: centre.id, payload: {} });
  }
  clock.moveToNow();
}
