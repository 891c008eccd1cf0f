import { type KeptChange, type NetTurn, netChanges, netTurns } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import type { SlotState } from '../planning/slot-trail.ts';

/** What a half-day was or is, with its id and the cohort that names it. */
export type PlacedState = SlotState & { readonly id: string; readonly cohortId: string };

/** What changed of half-days and of the paths that lead to them. */
export interface CalendarChanges {
  readonly slots: readonly KeptChange<PlacedState>[];
  readonly turns: readonly NetTurn[];
}

/** What several changes come to, half-day by half-day and path by path, and what they were made of. */
export interface LoadedChanges extends CalendarChanges {
  readonly slotRows: readonly Prisma.SlotChangeGetPayload<object>[];
  readonly pathRows: readonly Prisma.PathChangeGetPayload<object>[];
}

// Ids are made in order of time (UUID v7): the changes of one moment keep theirs.
const inOrder = [{ changedAt: 'asc' }, { id: 'asc' }] as const;

export async function loadChanges(
  tx: Tx,
  where: {
    readonly slots: Prisma.SlotChangeWhereInput;
    readonly paths: Prisma.PathChangeWhereInput;
  },
): Promise<LoadedChanges> {
  const slotRows = await tx.slotChange.findMany({ where: where.slots, orderBy: [...inOrder] });
  const pathRows = await tx.pathChange.findMany({ where: where.paths, orderBy: [...inOrder] });
  const slots = netChanges(
    slotRows.map(({ slotId, cohortId, before, after }) => ({
      slotId,
      before: toState(slotId, cohortId, before),
      after: toState(slotId, cohortId, after),
    })),
  );
  return { slots, turns: netTurns(pathRows), slotRows, pathRows };
}

const toState = (id: string, cohortId: string, state: Prisma.JsonValue): PlacedState | null =>
  state === null ? null : { ...(state as unknown as SlotState), id, cohortId };
