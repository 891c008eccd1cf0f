import type { PlainDate } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';
import { runningOn } from '../../db/running-on.ts';

/**
 * A tutor's own appraisals: those they were asked for while they are the tutor, and for ever those
 * they signed. Someone who is no longer the tutor does not sign for the one who is, nor does one
 * whose tutee has left the employment.
 */
export const scope = (actor: Actor, today: PlainDate): Prisma.AppraisalWhereInput => ({
  tutorId: actor.personId,
  OR: [
    { signedAt: { not: null } },
    { employmentId: null },
    { employment: { tutorId: actor.personId, ...runningOn(today) } },
  ],
});
