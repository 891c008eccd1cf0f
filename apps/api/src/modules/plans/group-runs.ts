import { groupBy, runIdOf, type SlotChange } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { ensureModuleRuns } from '../cohorts/module-runs.ts';
import { tellTurns } from '../enrolments/path-trail.ts';
import type { PlanFacts } from './load-problem.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';
import {
  type GroupFacts,
  type GroupMove,
  type GroupRun,
  type ProposedGroups,
  proposeGroups,
} from './propose-groups.ts';

/**
 * Gives the cohorts the module runs that the plan names: one for each item, several for a module
 * taught in groups (W1), whose learners are then shared out among them.
 *
 * @returns the module run of a run of the plan
 */
export async function findGroupRuns(
  tx: Tx,
  actor: Actor,
  facts: GroupFacts,
  cohorts: readonly PlanCohortRow[],
  changes: readonly SlotChange[],
  at: Date,
): Promise<(runId: string) => string> {
  const ids = new Map<string, string>();
  await ensureModuleRuns(tx, actor, cohorts);
  for (const one of await proposeGroups(tx, facts, cohorts, changes)) {
    const runs = await addGroups(tx, actor, one);
    await moveLearners(tx, actor, one.moves, runs, at);
    for (const [index, run] of runs.entries())
      ids.set(runIdOf(one.cohortId, one.item, run.groupNumber ?? index + 1), run.id);
  }
  return (runId) => {
    const id = ids.get(runId);
    if (!id) throw new Error(`No module run for ${runId}`);
    return id;
  };
}

/**
 * Takes out the groups that the plan no longer names and that have neither learners nor half-days,
 * past ones included. The last ones only: the others keep their numbers. Those who left the cohort
 * would come back to the first group.
 */
export async function dropEmptyGroups(
  tx: Tx,
  { runs }: PlanFacts['problem'],
  cohorts: readonly { readonly id: string }[],
): Promise<void> {
  const planned = new Set(runs.map(({ id }) => id));
  const groups = await tx.moduleRun.findMany({
    where: { cohortId: { in: cohorts.map(({ id }) => id) }, groupNumber: { not: null } },
    include: {
      _count: {
        select: { slots: true, pathRuns: { where: { enrolment: { state: 'active' } } } },
      },
    },
    orderBy: { groupNumber: 'asc' },
  });
  const items = groupBy(groups, (run) => runIdOf(run.cohortId, run, 1));
  for (const own of items.values()) {
    const last = own.findLastIndex(
      (run) =>
        run.groupNumber === 1 ||
        run._count.slots + run._count.pathRuns > 0 ||
        planned.has(runIdOf(run.cohortId, run, run.groupNumber ?? 1)),
    );
    const gone = own.slice(last + 1).map(({ id }) => id);
    const [first] = own;
    if (!first || gone.length === 0) continue;
    await tx.pathRun.updateMany({
      where: { moduleRunId: { in: gone } },
      data: { moduleRunId: first.id },
    });
    await tx.moduleRun.deleteMany({ where: { id: { in: gone } } });
    if (last === 0)
      await tx.moduleRun.updateMany({ where: { id: first.id }, data: { groupNumber: null } });
  }
}

async function addGroups(
  tx: Tx,
  actor: Actor,
  { cohortId, runs, groups }: ProposedGroups,
): Promise<readonly GroupRun[]> {
  const [first] = runs;
  if (!first || groups === runs.length) return runs;
  await tx.moduleRun.updateMany({ where: { id: first.id }, data: { groupNumber: 1 } });
  const all = [...runs];
  for (let groupNumber = runs.length + 1; groupNumber <= groups; groupNumber += 1) {
    const { kind, blockCode, moduleCode } = first;
    const { centreId } = actor;
    all.push(
      await tx.moduleRun.create({
        data: { centreId, cohortId, kind, blockCode, moduleCode, groupNumber },
      }),
    );
  }
  return all;
}

async function moveLearners(
  tx: Tx,
  actor: Actor,
  moves: readonly GroupMove[],
  runs: readonly GroupRun[],
  at: Date,
): Promise<void> {
  for (const [index, { id: moduleRunId }] of runs.entries()) {
    const ids = moves.flatMap(({ pathRunId, toGroup }) =>
      toGroup === index + 1 ? [pathRunId] : [],
    );
    await tx.pathRun.updateMany({ where: { id: { in: ids } }, data: { moduleRunId } });
  }
  await tellTurns(tx, actor, at, {
    left: moves.map(({ enrolmentId, fromRunId: moduleRunId }) => ({ enrolmentId, moduleRunId })),
    joined: moves.flatMap(({ enrolmentId, toGroup }) => {
      const moduleRunId = runs[toGroup - 1]?.id;
      return moduleRunId ? [{ enrolmentId, moduleRunId }] : [];
    }),
  });
}
