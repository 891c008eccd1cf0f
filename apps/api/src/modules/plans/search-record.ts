import { defaultPlanWeights, type PlanWeights } from '@jalon/domain';
import type { PlanProgress, SearchOutcome } from '@jalon/planner';
import type { Prisma, Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';

export type SearchRow = Prisma.PlanSearchGetPayload<object>;

/** What was asked. */
export interface AskedSearch {
  readonly seconds: number;
  readonly gap: number;
  readonly weights: PlanWeights;
}

/** What is kept of a search that ended; its notes are those of what it was made from, too. */
export type KeptOutcome = SearchOutcome;

// The columns are JSON: these are their shapes, written by this module alone.
export const askedOf = (row: SearchRow): AskedSearch => row.request as unknown as AskedSearch;
export const outcomeOf = (row: SearchRow): KeptOutcome | null =>
  row.result as unknown as KeptOutcome | null;
export const progressOf = (row: SearchRow): PlanProgress | null =>
  row.progress as unknown as PlanProgress | null;
export const asJson = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** Enough on a busy machine: one cohort is proven in seconds, twenty within two minutes. */
export const askSearch = (cohortCount: number, weights = defaultPlanWeights): AskedSearch => ({
  seconds: Math.min(115, 30 + 5 * cohortCount),
  gap: 0.01,
  weights,
});

/** The search, or a 404. */
export const findSearch = async (tx: Tx, id: string): Promise<SearchRow> =>
  found(await tx.planSearch.findFirst({ where: { id } }), 'Ce plan');
