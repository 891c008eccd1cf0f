import { frameworkContent } from '@jalon/contract';
import type { Framework } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

/** The content of these framework versions, by id: read once, whatever the rows that point to them. */
export async function loadFrameworks(
  tx: Tx,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Framework>> {
  const rows = await tx.frameworkVersion.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, content: true },
  });
  return new Map(rows.map(({ id, content }) => [id, frameworkContent.parse(content)]));
}
