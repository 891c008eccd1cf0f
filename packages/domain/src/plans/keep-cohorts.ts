import type { Booking, PlanningProblem } from './planning-problem.ts';

/** The same problem for some of its cohorts; `others` says what the rest holds meanwhile. */
export function keepCohorts(
  problem: PlanningProblem,
  cohortIds: readonly string[],
  others: PlanningProblem['bookings'] = [],
): PlanningProblem {
  const kept = new Set(cohortIds);
  const runs = problem.runs.filter(({ cohortId }) => kept.has(cohortId));
  const runIds = new Set(runs.map(({ id }) => id));
  const locked = problem.locked.filter(({ runId }) => !runIds.has(runId));
  // What the rest holds has its locks in it: counted twice, they would fill a trainer's week.
  const held = new Set(locked.map(tell));
  return {
    ...problem,
    cohorts: problem.cohorts.filter(({ id }) => kept.has(id)),
    runs,
    locked: problem.locked.filter(({ runId }) => runIds.has(runId)),
    bookings: [...problem.bookings, ...locked, ...others.filter((one) => !held.has(tell(one)))],
  };
}

const tell = ({ date, startsAt, trainerId, roomId }: Booking): string =>
  `${date} ${startsAt} ${trainerId} ${roomId}`;
