import {
  firstGroupOf,
  formatName,
  groupBy,
  isSameItem,
  listProgramme,
  type PlanningProblem,
  readRunId,
  runIdOf,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import { ensureModuleRuns } from '../cohorts/module-runs.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

/**
 * Gives the cohorts the module runs that the plan names: one for each item, several for a module
 * taught in groups (W1), whose learners are then shared out among them by name.
 *
 * @returns the module run of a run of the plan
 */
export async function findGroupRuns(
  tx: Tx,
  actor: Actor,
  problem: PlanningProblem,
  cohorts: readonly PlanCohortRow[],
): Promise<(runId: string) => string> {
  const ids = new Map<string, string>();
  await ensureModuleRuns(tx, actor, cohorts);
  const present = groupBy(
    await tx.moduleRun.findMany({
      where: { cohortId: { in: cohorts.map(({ id }) => id) } },
      orderBy: [{ groupNumber: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    }),
    ({ cohortId }) => cohortId,
  );
  const planned = groupBy(problem.runs, ({ id }) => firstGroupOf(id));
  for (const cohort of cohorts) {
    for (const item of listProgramme(toFramework(cohort.frameworkVersion))) {
      const runs = (present.get(cohort.id) ?? []).filter((run) => isSameItem(run, item));
      // A group that is over has nothing left to plan, and keeps its number and its learners.
      const groups = Math.max(
        0,
        ...(planned.get(runIdOf(cohort.id, item, 1)) ?? []).map(({ id }) => readRunId(id).group),
      );
      const all = await regroup(tx, actor, cohort, runs, groups);
      for (const [index, run] of all.entries())
        ids.set(runIdOf(cohort.id, item, index + 1), run.id);
    }
  }
  return (runId) => {
    const id = ids.get(runId);
    if (!id) throw new Error(`No module run for ${runId}`);
    return id;
  };
}

type Run = PlanCohortRow['moduleRuns'][number];

/** Adds the groups that are missing and shares the learners out again when their number changes. */
async function regroup(
  tx: Tx,
  actor: Actor,
  cohort: PlanCohortRow,
  runs: readonly Pick<Run, 'id' | 'kind' | 'blockCode' | 'moduleCode'>[],
  groups: number,
): Promise<readonly { readonly id: string }[]> {
  const [first] = runs;
  if (!first || groups === 0 || groups === runs.length) return runs;
  await tx.moduleRun.updateMany({ where: { id: first.id }, data: { groupNumber: 1 } });
  const all: { readonly id: string }[] = [...runs];
  for (let group = runs.length + 1; group <= groups; group += 1) {
    const { kind, blockCode, moduleCode } = first;
    all.push(
      await tx.moduleRun.create({
        data: {
          centreId: actor.centreId,
          cohortId: cohort.id,
          kind,
          blockCode,
          moduleCode,
          groupNumber: group,
        },
      }),
    );
  }
  await shareOut(tx, all, groups);
  return all;
}

/** In the order of names, so that each learner can tell their group from the list. */
async function shareOut(
  tx: Tx,
  runs: readonly { readonly id: string }[],
  groups: number,
): Promise<void> {
  const followers = await tx.pathRun.findMany({
    where: { moduleRunId: { in: runs.map(({ id }) => id) }, enrolment: { state: 'active' } },
    include: { enrolment: { include: { person: true } } },
  });
  const named = followers
    .map((path) => ({ id: path.id, name: formatName(path.enrolment.person) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  for (const [index, { id }] of runs.slice(0, groups).entries()) {
    const share = named.filter((_, at) => Math.floor((at * groups) / named.length) === index);
    await tx.pathRun.updateMany({
      where: { id: { in: share.map((path) => path.id) } },
      data: { moduleRunId: id },
    });
  }
}
