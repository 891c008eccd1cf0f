import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** The certifier sees what was sent to the branch, withdrawn since or not; the rest stays with the centre. */
export const scope = (actor: Actor): Prisma.DispensationWhereInput =>
  isAllowed(actor.roles, 'enrolment:read') ? {} : { transmittedOn: { not: null } };
