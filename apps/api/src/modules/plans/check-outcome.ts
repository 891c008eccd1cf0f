import { cohortOfRun, keepCohorts, scorePlan, siftPlan } from '@jalon/domain';
import type { SearchOutcome, SearchRequest, Unplaced } from '@jalon/planner';

interface CheckedOutcome {
  readonly outcome: SearchOutcome;
  /** Cohorts of the plan that broke a rule, with what it says. */
  readonly refused: readonly Unplaced[];
}

/**
 * What a search found, without the cohorts whose half-days break a rule: these have no plan, and it
 * is said why. Those without a plan keep their calendar, which the others may not take.
 */
export function checkOutcome(
  { kind, problem, current, open }: SearchRequest,
  outcome: SearchOutcome,
): CheckedOutcome {
  const without = new Set(outcome.unplaced.map(({ cohortId }) => cohortId));
  const stays = [...current, ...open].filter(({ runId }) => without.has(cohortOfRun(runId)));
  const placed = keepCohorts(
    problem,
    problem.cohorts.map(({ id }) => id).filter((id) => !without.has(id)),
    stays,
  );
  const before = current.filter(({ runId }) => !without.has(cohortOfRun(runId)));
  const sifted = siftPlan(placed, outcome.slots, kind === 'repair' ? before : []);
  const refused = [...sifted.refused].map(
    ([cohortId, shortages]): Unplaced => ({ cohortId, shortages, conflict: null }),
  );
  if (refused.length === 0) return { outcome, refused };
  const { slots } = sifted;
  return {
    outcome: {
      ...outcome,
      status: slots.length > 0 ? 'found' : 'nothing',
      slots,
      score: scorePlan(placed, slots),
      // What was proven was proven of the whole.
      boundCents: null,
      gap: null,
      movesBound: null,
      unplaced: [...outcome.unplaced, ...refused],
    },
    refused,
  };
}
