import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** The certifier sees what was sent to the branch; drafts stay with the centre. */
export const scope = (actor: Actor): Prisma.DispensationWhereInput =>
  isAllowed(actor.roles, 'enrolment:read')
    ? {}
    : { state: { in: ['transmitted', 'granted', 'partial', 'refused'] } };
