import type { Actor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import type { OpenedCentre } from './open-centres.ts';
import type { SeedApi } from './seed-api.ts';
import type { SeedClock } from './seed-clock.ts';
import type { CohortStory, LearnerStory } from './story.ts';

/** What the story's chapters share. */
export interface Stage {
  readonly api: SeedApi;
  readonly db: Database;
  readonly clock: SeedClock;
  readonly centre: OpenedCentre;
}

export interface EnrolledLearner {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly story: LearnerStory;
}

/** A cohort of the story once it exists. */
export interface LivedCohort {
  readonly id: string;
  readonly story: CohortStory;
  readonly learners: readonly EnrolledLearner[];
}

/** The demonstration account that plays a role in the centre. */
export function actorOf({ centre }: Stage, role: string): Actor & { email: string } {
  const actor = centre.actors.get(role);
  if (!actor) throw new Error(`${centre.name} has no ${role}`);
  return actor;
}
