import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/**
 * A tutor's own appraisals: those they were asked for while they are the tutor, and for ever those
 * they signed. Someone who is no longer the tutor does not sign for the one who is.
 */
export const scope = (actor: Actor): Prisma.AppraisalWhereInput => ({
  tutorId: actor.personId,
  OR: [
    { signedAt: { not: null } },
    { employmentId: null },
    { employment: { tutorId: actor.personId } },
  ],
});
