import type { Booking, PlanningProblem, PlanRun } from './planning-problem.ts';
import { cohortOfRun } from './run-id.ts';

/** The same problem for some of its cohorts; `others` says what the rest holds meanwhile. */
export function keepCohorts(
  problem: PlanningProblem,
  cohortIds: readonly string[],
  others: readonly (Booking & { readonly runId?: string })[] = [],
): PlanningProblem {
  const kept = new Set(cohortIds);
  const names = new Map(problem.cohorts.map(({ id, name }) => [id, name]));
  const runs = problem.runs
    .filter(({ cohortId }) => kept.has(cohortId))
    .map((run) => bookLearners(run, [...problem.locked, ...others], names));
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

/** Half-days of runs that share its learners are taken from them, once those runs are left out. */
function bookLearners(
  run: PlanRun,
  others: readonly (Booking & { readonly runId?: string })[],
  names: ReadonlyMap<string, string>,
): PlanRun {
  if (!run.sharedWith) return run;
  const learnersOf = new Map(run.sharedWith.map(({ runId, learners }) => [runId, learners]));
  const taken = others.flatMap(({ runId = '', date, startsAt, minutes }) => {
    const learners = learnersOf.get(runId);
    const cohortName = names.get(cohortOfRun(runId)) ?? '';
    return learners === undefined ? [] : [{ date, startsAt, minutes, learners, cohortName }];
  });
  return { ...run, taken: [...(run.taken ?? []), ...taken] };
}

const tell = ({ date, startsAt, trainerId, roomId }: Booking): string =>
  `${date} ${startsAt} ${trainerId} ${roomId}`;
