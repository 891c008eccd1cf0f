import {
  findGroupMax,
  firstGroupOf,
  formatName,
  groupBy,
  isSameItem,
  keepGroups,
  listProgramme,
  type ProgrammeKey,
  readRunId,
  runIdOf,
  type SlotChange,
  shareOutGroups,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import type { PlanFacts } from './load-problem.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

export type GroupFacts = Pick<PlanFacts, 'problem' | 'begunRunIds'>;
export type GroupRun = Pick<
  PlanCohortRow['moduleRuns'][number],
  'id' | 'kind' | 'blockCode' | 'moduleCode' | 'groupNumber'
>;

/** A learner who goes from one group to another. */
export interface GroupMove {
  readonly pathRunId: string;
  readonly enrolmentId: string;
  readonly fromRunId: string;
  readonly toGroup: number;
}

/** The module runs of an item of a cohort, how many the plan makes of them, and who changes group. */
export interface ProposedGroups {
  readonly cohortId: string;
  readonly item: ProgrammeKey;
  readonly runs: readonly GroupRun[];
  readonly groups: number;
  readonly moves: readonly GroupMove[];
}

/**
 * The groups that accepted changes of a plan make of each item (W1). What has begun goes on with its
 * groups as they are, what the changes do not touch as well, and groups that still fit.
 */
export async function proposeGroups(
  tx: Tx,
  { problem, begunRunIds }: GroupFacts,
  cohorts: readonly PlanCohortRow[],
  changes: readonly SlotChange[],
): Promise<ProposedGroups[]> {
  const present = groupBy(
    await tx.moduleRun.findMany({
      where: { cohortId: { in: cohorts.map(({ id }) => id) } },
      include: { _count: { select: { pathRuns: { where: { enrolment: { state: 'active' } } } } } },
      orderBy: [{ groupNumber: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    }),
    ({ cohortId }) => cohortId,
  );
  const planned = groupBy(problem.runs, ({ id }) => firstGroupOf(id));
  const touched = new Set(changes.map(({ from, to }) => firstGroupOf((to ?? from)?.runId ?? '')));
  const proposed: ProposedGroups[] = [];
  for (const cohort of cohorts) {
    const framework = toFramework(cohort.frameworkVersion);
    for (const item of listProgramme(framework)) {
      const runs = (present.get(cohort.id) ?? []).filter((run) => isSameItem(run, item));
      const first = runIdOf(cohort.id, item, 1);
      const numbers = (planned.get(first) ?? []).map(({ id }) => readRunId(id).group);
      const isFree = touched.has(first) && !runs.some(({ id }) => begunRunIds.has(id));
      const groups = (isFree && Math.max(0, ...numbers)) || runs.length;
      const seated = runs.map(({ _count }) => _count.pathRuns);
      const kept = keepGroups(seated, groups, findGroupMax(framework, item));
      const stays = !isFree || kept.length > 0;
      const moves = stays ? [] : await shareOut(tx, cohort.id, runs, groups);
      proposed.push({ cohortId: cohort.id, item, runs, groups, moves });
    }
  }
  return proposed;
}

async function shareOut(
  tx: Tx,
  cohortId: string,
  runs: readonly GroupRun[],
  groups: number,
): Promise<GroupMove[]> {
  const followers = await tx.pathRun.findMany({
    where: { moduleRunId: { in: runs.map(({ id }) => id) }, enrolment: { state: 'active' } },
    include: { enrolment: { include: { person: true } } },
  });
  const groupOf = (moduleRunId: string) => runs.findIndex(({ id }) => id === moduleRunId) + 1;
  const shared = shareOutGroups(
    followers.map(({ id, moduleRunId, isChosen, enrolment }) => ({
      id,
      name: formatName(enrolment.person),
      group: groupOf(moduleRunId),
      // While all of the cohort attended together, nobody chose a group of it.
      isFixed: enrolment.cohortId !== cohortId || (isChosen && runs[0]?.groupNumber !== null),
    })),
    groups,
  );
  return followers.flatMap(({ id: pathRunId, enrolmentId, moduleRunId: fromRunId }) => {
    const toGroup = shared.get(pathRunId);
    return toGroup && toGroup !== groupOf(fromRunId)
      ? [{ pathRunId, enrolmentId, fromRunId, toGroup }]
      : [];
  });
}
