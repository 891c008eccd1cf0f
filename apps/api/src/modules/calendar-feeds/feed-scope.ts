import type { FeedKind } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** What belongs to the centre: its coordination subscribes to it and may revoke anyone's address of it. */
const ofTheCentre: FeedKind[] = ['cohort', 'room', 'trainer'];

export const runsTheCentre = (actor: Actor): boolean => actor.roles.includes('coordinator');

/** The feeds that the actor may see and revoke: those of their own half-days, and the centre's. */
export const scopeFeeds = (actor: Actor): Prisma.CalendarFeedWhereInput => ({
  OR: [
    { createdByUserId: actor.userId },
    { kind: { in: ['learner', 'tutor', 'trainer'] }, subjectId: actor.personId },
    ...(runsTheCentre(actor) ? [{ kind: { in: ofTheCentre } }] : []),
  ],
});
