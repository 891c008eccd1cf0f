import { isAllowed } from '@jalon/contract';
import type { PlainDate } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';
import { runningOn } from '../../db/running-on.ts';

/**
 * Whose certificates an actor may see: all, their own, or those of the learners they tutor as long
 * as the employment lasts.
 */
export function scope(actor: Actor, today: PlainDate): Prisma.EnrolmentWhereInput {
  if (isAllowed(actor.roles, 'certificate:read')) return {};
  const own: Prisma.EnrolmentWhereInput[] = [];
  if (actor.roles.includes('learner')) own.push({ personId: actor.personId });
  if (actor.roles.includes('tutor'))
    own.push({
      person: { employments: { some: { tutorId: actor.personId, ...runningOn(today) } } },
    });
  return { OR: own };
}
