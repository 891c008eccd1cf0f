import { formatName } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

/** The person behind a login, by all the roles that it has had in this centre. */
export interface Author {
  readonly name: string;
  readonly personIds: readonly string[];
}

/** Who wrote decisions down as members of the jury, by login: the office's entries have no such author. */
export async function readAuthors(
  tx: Tx,
  decisions: readonly { readonly origin: 'office' | 'member'; readonly decidedByUserId: string }[],
): Promise<ReadonlyMap<string, Author>> {
  const own = decisions.filter(({ origin }) => origin === 'member');
  const userIds = [...new Set(own.map(({ decidedByUserId }) => decidedByUserId))];
  if (userIds.length === 0) return new Map();
  const rows = await tx.membership.findMany({
    where: { userId: { in: userIds } },
    select: { userId: true, personId: true, person: true },
    orderBy: { createdAt: 'asc' },
  });
  return new Map(
    userIds.map((userId) => {
      const known = rows.filter((row) => row.userId === userId);
      const [first] = known;
      return [
        userId,
        {
          name: first ? formatName(first.person) : 'un ancien membre',
          personIds: known.map(({ personId }) => personId),
        },
      ];
    }),
  );
}
