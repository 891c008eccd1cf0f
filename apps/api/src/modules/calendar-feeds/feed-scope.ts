import { type FeedKind, personalFeedKinds } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/** What belongs to the centre: its coordination subscribes to it and replaces anyone's address of it. */
const ofTheCentre: FeedKind[] = ['cohort', 'room', 'trainer'];

export const runsTheCentre = (actor: Actor): boolean => actor.roles.includes('coordinator');

/** The feeds that the actor may list and replace: those of their own half-days, and the centre's. */
export const scopeFeeds = (actor: Actor): Prisma.CalendarFeedWhereInput => ({
  OR: [
    { createdByUserId: actor.userId },
    { kind: { in: [...personalFeedKinds] }, subjectId: actor.personId },
    ...(runsTheCentre(actor) ? [{ kind: { in: ofTheCentre } }] : []),
  ],
});

/** The feeds that the actor may revoke: the coordination anyone's, which it never reads itself. */
export const scopeRevocable = (actor: Actor): Prisma.CalendarFeedWhereInput =>
  runsTheCentre(actor) ? {} : scopeFeeds(actor);
