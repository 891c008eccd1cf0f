import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** Whether the actor sees every cohort of the centre, and not only those they teach. */
export const seesWholeCentre = (actor: Actor): boolean =>
  actor.roles.some((role) => role === 'coordinator' || role === 'director');

/** The cohorts that the actor may see: a trainer, those with a half-day of theirs. */
export const scopeCohorts = (actor: Actor): Prisma.CohortWhereInput =>
  seesWholeCentre(actor) ? {} : { slots: { some: { trainerId: actor.personId } } };
