import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** The learners whose épreuves an actor may see: all, or those a trainer teaches. */
export function scope(actor: Actor): Prisma.EnrolmentWhereInput {
  if (isAllowed(actor.roles, 'enrolment:read')) return {};
  const taught = { some: { trainerId: actor.personId } };
  return {
    OR: [{ cohort: { slots: taught } }, { pathRuns: { some: { moduleRun: { slots: taught } } } }],
  };
}
