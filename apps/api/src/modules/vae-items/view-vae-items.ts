import type { VaeItemView } from '@jalon/contract';
import { type AccessRoute, listVaeItems, type VaeItem } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';

type VaeItemRow = Prisma.VaeItemGetPayload<object>;

/** A piece of a VAE file as the rules read it. */
export const vaeFacts = (row: Pick<VaeItemRow, 'code' | 'settledOn' | 'reference'>): VaeItem => ({
  code: row.code,
  settledOn: toDayOrNull(row.settledOn),
  reference: row.reference,
});

/** The checklist as the file shows it; `null` for a route that has none. */
export const viewVaeItems = (
  route: AccessRoute,
  rows: readonly VaeItemRow[],
): VaeItemView[] | null =>
  listVaeItems(route, rows.map(vaeFacts))?.map((line) => ({
    ...line,
    revision: rows.find(({ code }) => code === line.code)?.revision ?? 0,
  })) ?? null;
