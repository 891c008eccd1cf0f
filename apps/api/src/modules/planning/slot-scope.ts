import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';
import { seesWholeCentre } from '../cohorts/cohort-scope.ts';

/** The half-days that the actor may see: a trainer, their own. */
export const scopeSlots = (actor: Actor): Prisma.SlotWhereInput =>
  seesWholeCentre(actor) ? {} : { trainerId: actor.personId };
