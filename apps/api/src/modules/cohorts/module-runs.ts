import type { Output } from '@jalon/contract';
import { groupBy, isSameItem, listProgramme, type ProgrammeKey } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';

type ModuleRunView = Output<'GET /cohorts/:cohortId/module-runs'>[number];

/** The name and hours of every item of a programme, found by its key. */
export function programmeOf(version: { readonly content: Prisma.JsonValue }) {
  const items = listProgramme(toFramework(version));
  return {
    items,
    find: (key: ProgrammeKey) => items.find((item) => isSameItem(item, key)),
    nameOf: (key: ProgrammeKey): string =>
      items.find((item) => isSameItem(item, key))?.name ?? key.moduleCode ?? key.blockCode,
  };
}

/**
 * The module runs of these cohorts, in the programme's order, with their days, hours and free
 * places. Paths are made of these.
 */
export async function loadModuleRuns(
  tx: Tx,
  where: Prisma.CohortWhereInput,
): Promise<ModuleRunView[]> {
  const cohorts = await tx.cohort.findMany({
    where,
    include: {
      frameworkVersion: true,
      moduleRuns: {
        include: {
          _count: { select: { pathRuns: { where: { enrolment: { state: 'active' } } } } },
        },
      },
    },
  });
  const sums = await sumRuns(
    tx,
    cohorts.map(({ id }) => id),
  );
  return cohorts.flatMap((cohort) => {
    const programme = programmeOf(cohort.frameworkVersion);
    const order = (key: ProgrammeKey) => programme.items.findIndex((item) => isSameItem(item, key));
    return cohort.moduleRuns
      .toSorted((a, b) => order(a) - order(b) || a.id.localeCompare(b.id))
      .map((run) => ({
        id: run.id,
        cohort: { id: cohort.id, name: cohort.name },
        kind: run.kind,
        blockCode: run.blockCode,
        moduleCode: run.moduleCode,
        name: programme.nameOf(run),
        firstDay: toDayOrNull(sums.get(run.id)?._min.heldOn ?? null),
        lastDay: toDayOrNull(sums.get(run.id)?._max.heldOn ?? null),
        plannedMinutes: sums.get(run.id)?._sum.minutes ?? 0,
        dueMinutes: programme.find(run)?.minutes ?? 0,
        freePlaces: Math.max(0, cohort.capacity - run._count.pathRuns),
      }));
  });
}

async function sumRuns(tx: Tx, cohortIds: readonly string[]) {
  const groups = await tx.slot.groupBy({
    by: ['moduleRunId'],
    where: { cohortId: { in: [...cohortIds] }, cancelledAt: null },
    _sum: { minutes: true },
    _min: { heldOn: true },
    _max: { heldOn: true },
  });
  return new Map(groups.map((group) => [group.moduleRunId, group]));
}

/** Gives cohorts one run of each item of their programme; those they have already stay. */
export async function ensureModuleRuns(
  tx: Tx,
  actor: Actor,
  cohorts: readonly {
    readonly id: string;
    readonly frameworkVersion: { readonly content: Prisma.JsonValue };
  }[],
): Promise<void> {
  const present = groupBy(
    await tx.moduleRun.findMany({ where: { cohortId: { in: cohorts.map(({ id }) => id) } } }),
    ({ cohortId }) => cohortId,
  );
  const data = cohorts.flatMap(({ id: cohortId, frameworkVersion }) =>
    programmeOf(frameworkVersion)
      .items.filter((item) => !present.get(cohortId)?.some((run) => isSameItem(run, item)))
      .map(({ kind, blockCode, moduleCode }) => ({
        centreId: actor.centreId,
        cohortId,
        kind,
        blockCode,
        moduleCode,
      })),
  );
  if (data.length > 0) await tx.moduleRun.createMany({ data });
}
