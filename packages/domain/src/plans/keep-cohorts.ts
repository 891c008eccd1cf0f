import type { PlanningProblem } from './planning-problem.ts';

/** The same problem for some of its cohorts; `others` says what the rest holds meanwhile. */
export function keepCohorts(
  problem: PlanningProblem,
  cohortIds: readonly string[],
  others: PlanningProblem['bookings'] = [],
): PlanningProblem {
  const kept = new Set(cohortIds);
  const runs = problem.runs.filter(({ cohortId }) => kept.has(cohortId));
  const runIds = new Set(runs.map(({ id }) => id));
  return {
    ...problem,
    cohorts: problem.cohorts.filter(({ id }) => kept.has(id)),
    runs,
    locked: problem.locked.filter(({ runId }) => runIds.has(runId)),
    bookings: [
      ...problem.bookings,
      ...problem.locked.filter(({ runId }) => !runIds.has(runId)),
      ...others,
    ],
  };
}
