import type { PlanRun } from './planning-problem.ts';

/**
 * Ids of those beyond the one trainer that a run would best have: beyond the first of them, or,
 * once it has begun, whoever was not there when it did.
 */
export function listExtraTrainers(
  { begunBy }: Pick<PlanRun, 'begunBy'>,
  trainerIds: readonly string[],
): readonly string[] {
  const others = [...new Set(trainerIds)].filter((id) => !begunBy.includes(id));
  return begunBy.length > 0 ? others : others.slice(1);
}
