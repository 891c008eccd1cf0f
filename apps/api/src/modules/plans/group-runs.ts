import {
  firstGroupOf,
  formatName,
  groupBy,
  isSameItem,
  listProgramme,
  type PlainDate,
  readRunId,
  runIdOf,
  type SlotChange,
  shareOutGroups,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import { ensureModuleRuns } from '../cohorts/module-runs.ts';
import { noteBack, noteLeft } from '../enrolments/left-runs.ts';
import type { PlanFacts } from './load-problem.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

/**
 * Gives the cohorts the module runs that the plan names: one for each item, several for a module
 * taught in groups (W1), whose learners are then shared out among them. What has begun goes on with
 * its groups as they are, and what the accepted changes do not touch as well.
 *
 * @returns the module run of a run of the plan
 */
export async function findGroupRuns(
  tx: Tx,
  actor: Actor,
  { problem, begunRunIds }: Pick<PlanFacts, 'problem' | 'begunRunIds'>,
  cohorts: readonly PlanCohortRow[],
  changes: readonly SlotChange[],
  today: PlainDate,
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
  const touched = new Set(changes.map(({ from, to }) => firstGroupOf((to ?? from)?.runId ?? '')));
  for (const cohort of cohorts) {
    for (const item of listProgramme(toFramework(cohort.frameworkVersion))) {
      const runs = (present.get(cohort.id) ?? []).filter((run) => isSameItem(run, item));
      const first = runIdOf(cohort.id, item, 1);
      const isFree = touched.has(first) && !runs.some(({ id }) => begunRunIds.has(id));
      const groups = Math.max(
        0,
        ...(planned.get(first) ?? []).map(({ id }) => readRunId(id).group),
      );
      const all = isFree ? await regroup(tx, actor, { cohort, today }, runs, groups) : runs;
      for (const [index, run] of all.entries())
        ids.set(runIdOf(cohort.id, item, run.groupNumber ?? index + 1), run.id);
    }
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

type Run = Pick<
  PlanCohortRow['moduleRuns'][number],
  'id' | 'kind' | 'blockCode' | 'moduleCode' | 'groupNumber'
>;

interface Regrouped {
  readonly cohort: PlanCohortRow;
  readonly today: PlainDate;
}

/** Adds the groups that are missing and shares the learners out again when their number changes. */
async function regroup(
  tx: Tx,
  actor: Actor,
  { cohort, today }: Regrouped,
  runs: readonly Run[],
  groups: number,
): Promise<readonly Run[]> {
  const [first] = runs;
  if (!first || groups === 0 || groups === runs.length) return runs;
  await tx.moduleRun.updateMany({ where: { id: first.id }, data: { groupNumber: 1 } });
  const all: Run[] = [...runs];
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
  await shareOut(tx, actor, { cohort, today }, all, groups);
  return all;
}

async function shareOut(
  tx: Tx,
  actor: Actor,
  { cohort, today }: Regrouped,
  runs: readonly Run[],
  groups: number,
): Promise<void> {
  const followers = await tx.pathRun.findMany({
    where: { moduleRunId: { in: runs.map(({ id }) => id) }, enrolment: { state: 'active' } },
    include: { enrolment: { include: { person: true } } },
  });
  const shared = shareOutGroups(
    followers.map(({ id, moduleRunId, isChosen, enrolment }) => ({
      id,
      name: formatName(enrolment.person),
      group: runs.findIndex((run) => run.id === moduleRunId) + 1,
      // While all of the cohort attended together, nobody chose a group of it.
      isFixed: enrolment.cohortId !== cohort.id || (isChosen && runs[0]?.groupNumber !== null),
    })),
    groups,
  );
  const moved = followers.flatMap(({ id, enrolmentId, moduleRunId: from }) => {
    const to = runs[(shared.get(id) ?? 0) - 1]?.id;
    return to && to !== from ? [{ id, enrolmentId, from, to }] : [];
  });
  for (const { id: moduleRunId } of runs) {
    const ids = moved.flatMap(({ id, to }) => (to === moduleRunId ? [id] : []));
    await tx.pathRun.updateMany({ where: { id: { in: ids } }, data: { moduleRunId } });
  }
  const pairs = (end: 'from' | 'to') =>
    moved.map((one) => ({ enrolmentId: one.enrolmentId, moduleRunId: one[end] }));
  await noteLeft(tx, actor, pairs('from'), today);
  await noteBack(tx, pairs('to'));
}
