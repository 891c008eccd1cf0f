import { type KeptChange, netChanges } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import type { SlotState } from '../planning/slot-trail.ts';

/** What a half-day was or is, with its id and the cohort that names it. */
export type PlacedState = SlotState & { readonly id: string; readonly cohortId: string };

/** What several changes come to, half-day by half-day, and what they were made of. */
export interface LoadedChanges {
  readonly net: readonly KeptChange<PlacedState>[];
  readonly rows: readonly Prisma.SlotChangeGetPayload<object>[];
}

export async function loadChanges(
  tx: Tx,
  where: Prisma.SlotChangeWhereInput,
): Promise<LoadedChanges> {
  const rows = await tx.slotChange.findMany({
    where,
    // Ids are made in order of time (UUID v7): the changes of one moment keep theirs.
    orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
  });
  const net = netChanges(
    rows.map(({ slotId, cohortId, before, after }) => ({
      slotId,
      before: toState(slotId, cohortId, before),
      after: toState(slotId, cohortId, after),
    })),
  );
  return { net, rows };
}

const toState = (id: string, cohortId: string, state: Prisma.JsonValue): PlacedState | null =>
  state === null ? null : { ...(state as unknown as SlotState), id, cohortId };
