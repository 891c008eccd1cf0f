import type { Actor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import { liveCohort } from './live-cohort.ts';
import type { OpenedCentre } from './open-centres.ts';
import type { SeedApi } from './seed-api.ts';
import type { SeedClock } from './seed-clock.ts';
import type { CentreStory } from './story.ts';

/** What the story's chapters share. */
export interface Stage {
  readonly api: SeedApi;
  readonly db: Database;
  readonly clock: SeedClock;
  readonly centre: OpenedCentre;
}

/** The demonstration account that plays a role in the centre. */
export function actorOf({ centre }: Stage, role: string): Actor & { email: string } {
  const actor = centre.actors.get(role);
  if (!actor) throw new Error(`${centre.name} has no ${role}`);
  return actor;
}

/** Lives a centre's cohorts one after the other, oldest first. */
export async function liveCentre(stage: Stage, story: CentreStory): Promise<void> {
  for (const cohort of story.cohorts) await liveCohort(stage, story, cohort);
  stage.clock.moveToNow();
}
