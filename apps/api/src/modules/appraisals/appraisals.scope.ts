import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/**
 * A tutor's own appraisals: those they were asked for, whatever became of the request since. One that
 * has ended says why nothing is awaited any more, and is neither written in nor signed.
 */
export const scope = (actor: Actor): Prisma.AppraisalWhereInput => ({ tutorId: actor.personId });

/** Requests that the office has still to see to: neither signed nor without object. */
export const openRequests = {
  signedAt: null,
  endedAt: null,
} as const satisfies Prisma.AppraisalWhereInput;
