import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { checkPlan } from './check-plan.ts';
import { identify } from './check-slots.ts';
import { isBrokenNow } from './is-broken.ts';
import { keepCohorts } from './keep-cohorts.ts';
import { tellNewFaults } from './new-faults.ts';
import type { PlanningProblem, PlanSlot } from './planning-problem.ts';

/** A plan without the cohorts whose half-days break a rule. */
export interface SiftedPlan {
  readonly slots: readonly PlanSlot[];
  /** The rules that they break, by the cohort that is left out. */
  readonly refused: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Leaves out of a plan each cohort whose half-days break a rule, judged beside those that are kept:
 * one faulty cohort does not cost the others their plan. For a repair, `standing` is what stood
 * before: a repair answers for what it changes, not for what it was not asked to mend.
 *
 * @throws RangeError when a day of the plan or of the problem is not a real day.
 */
export function siftPlan(
  problem: PlanningProblem,
  slots: readonly PlanSlot[],
  standing: readonly PlanSlot[] = [],
): SiftedPlan {
  if (listFaults(problem, slots, standing).length === 0) return { slots, refused: new Map() };
  const cohortOf = new Map(problem.runs.map(({ id, cohortId }) => [id, cohortId]));
  const byCohort = groupBy(slots, ({ runId }) => cohortOf.get(runId) ?? '');
  const kept = new Map(byCohort);
  const refused = new Map<string, readonly Finding[]>();
  for (const { id } of problem.cohorts) {
    const others = [...kept].flatMap(([cohortId, own]) => (cohortId === id ? [] : own));
    const faults = listFaults(
      keepCohorts(problem, [id], others),
      byCohort.get(id) ?? [],
      standing.filter(({ runId }) => cohortOf.get(runId) === id),
    );
    if (faults.length === 0) continue;
    refused.set(id, faults);
    kept.delete(id);
  }
  return { slots: [...kept.values()].flat(), refused };
}

/** What a plan breaks and what stood did not, or no longer holds although nobody locked it. */
function listFaults(
  problem: PlanningProblem,
  slots: readonly PlanSlot[],
  standing: readonly PlanSlot[],
): readonly Finding[] {
  const faults = checkPlan(problem, slots);
  if (faults.length === 0 || standing.length === 0) return faults;
  const isNew = tellNewFaults(checkPlan(problem, standing));
  const locks = new Set(problem.locked.map(identify));
  const isLocked = ({ path }: Finding): boolean => {
    const slot = slots[Number(path.split('/')[1] ?? Number.NaN)];
    return slot !== undefined && locks.has(identify(slot));
  };
  return faults.filter((fault) => isNew(fault) || (isBrokenNow(fault) && !isLocked(fault)));
}
