import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** The sessions an actor may see: all of the centre's, or those in which they sit. */
export const scope = (actor: Actor): Prisma.JurySessionWhereInput =>
  isAllowed(actor.roles, 'jury:read') ? {} : { members: { some: { personId: actor.personId } } };
