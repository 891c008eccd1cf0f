import { liveCohort } from './live-cohort.ts';
import type { Stage } from './stage.ts';
import type { CentreStory } from './story.ts';

/** Lives a centre's cohorts one after the other, oldest first. */
export async function liveCentre(stage: Stage, story: CentreStory): Promise<void> {
  for (const cohort of story.cohorts) await liveCohort(stage, story, cohort);
  stage.clock.moveToNow();
}
