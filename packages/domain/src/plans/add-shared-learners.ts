import type { MinuteOfDay, PlainDate } from '../plain-date.ts';
import type { PlanRun } from './planning-problem.ts';

/** Who follows some runs of a cohort: one item of its programme, or one group of it. */
export interface Following {
  readonly cohortId: string;
  readonly runIds: readonly string[];
  readonly personIds: readonly string[];
}

/** A half-day of a cohort outside the plan, with those who follow it. */
export interface HeldElsewhere {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
  readonly cohortName: string;
  readonly personIds: readonly string[];
}

/**
 * The runs with what their learners' own paths forbid (W3): the moments that those who follow them
 * spend in cohorts outside the plan, and the runs of the plan's other cohorts that they follow too.
 * A run whose learners follow nothing else stays as it is.
 */
export function addSharedLearners(
  runs: readonly PlanRun[],
  followings: readonly Following[],
  elsewhere: readonly HeldElsewhere[],
): readonly PlanRun[] {
  const followersOf = new Map<string, Set<string>>();
  for (const { runIds, personIds } of followings)
    for (const runId of runIds) {
      const known = followersOf.get(runId) ?? new Set();
      followersOf.set(runId, known);
      for (const personId of personIds) known.add(personId);
    }
  const crossing = listCrossing(followings);
  return runs.map((run) => {
    const own = followersOf.get(run.id) ?? new Set();
    const count = (personIds: Iterable<string>): number =>
      [...personIds].filter((personId) => own.has(personId)).length;
    const taken = elsewhere.flatMap(({ personIds, ...moment }) => {
      const learners = count(personIds);
      return learners === 0 ? [] : [{ ...moment, learners }];
    });
    const isCrossed = [...own].some((personId) => crossing.has(personId));
    const sharedWith = isCrossed
      ? runs.flatMap(({ id, cohortId }) => {
          const learners = cohortId === run.cohortId ? 0 : count(followersOf.get(id) ?? []);
          return learners === 0 ? [] : [{ runId: id, learners }];
        })
      : [];
    return {
      ...run,
      ...(taken.length > 0 ? { taken } : {}),
      ...(sharedWith.length > 0 ? { sharedWith } : {}),
    };
  });
}

/** Those who follow runs of two cohorts of the plan. */
function listCrossing(followings: readonly Following[]): ReadonlySet<string> {
  const cohortsOf = new Map<string, Set<string>>();
  for (const { cohortId, personIds } of followings)
    for (const personId of personIds) {
      const known = cohortsOf.get(personId) ?? new Set();
      cohortsOf.set(personId, known.add(cohortId));
    }
  return new Set([...cohortsOf].filter(([, ids]) => ids.size > 1).map(([personId]) => personId));
}
