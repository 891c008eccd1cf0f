import { formatSpokenName } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

/** The people behind acts, by their user's id; absent from it is what Jalon did by itself. */
export async function nameActors(
  tx: Tx,
  acts: readonly { readonly actorUserId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const userIds = [...new Set(acts.flatMap(({ actorUserId }) => actorUserId ?? []))];
  const members = await tx.membership.findMany({
    where: { userId: { in: userIds } },
    include: { person: true },
  });
  return new Map(members.map(({ userId, person }) => [userId, formatSpokenName(person)]));
}
