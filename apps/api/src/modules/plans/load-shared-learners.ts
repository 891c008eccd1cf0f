import {
  addSharedLearners,
  type Following,
  firstGroupOf,
  type HeldElsewhere,
  type PlainDate,
  type PlanRun,
  runIdOf,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import type { PlanCohortRow } from './plan-cohort-row.ts';

/** The runs with what their learners attend in other cohorts, planned with them or not (W3). */
export async function withSharedLearners(
  tx: Tx,
  rows: readonly PlanCohortRow[],
  runs: readonly PlanRun[],
  today: PlainDate,
): Promise<readonly PlanRun[]> {
  const followings = rows.flatMap((row) => listFollowings(row, runs));
  const personIds = [...new Set(followings.flatMap((one) => one.personIds))];
  if (personIds.length === 0) return runs;
  const elsewhere = await loadElsewhere(tx, rows, personIds, today);
  return addSharedLearners(runs, followings, elsewhere);
}

/** Before a module splits, nobody knows who is in which group: all of its groups are theirs. */
const listFollowings = (row: PlanCohortRow, runs: readonly PlanRun[]): readonly Following[] =>
  row.moduleRuns.map((run) => ({
    cohortId: row.id,
    runIds: runs
      .map(({ id }) => id)
      .filter((id) =>
        run.groupNumber === null
          ? firstGroupOf(id) === runIdOf(row.id, run, 1)
          : id === runIdOf(row.id, run, run.groupNumber),
      ),
    personIds: run.pathRuns.map(({ enrolment }) => enrolment.personId),
  }));

async function loadElsewhere(
  tx: Tx,
  rows: readonly PlanCohortRow[],
  personIds: readonly string[],
  today: PlainDate,
): Promise<readonly HeldElsewhere[]> {
  const followed = { enrolment: { state: 'active' as const, personId: { in: [...personIds] } } };
  const slots = await tx.slot.findMany({
    where: {
      cohortId: { notIn: rows.map(({ id }) => id) },
      cancelledAt: null,
      heldOn: { gt: fromDay(today) },
      moduleRun: { pathRuns: { some: followed } },
    },
    include: {
      cohort: { select: { name: true } },
      moduleRun: {
        select: {
          pathRuns: { where: followed, select: { enrolment: { select: { personId: true } } } },
        },
      },
    },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
  });
  return slots.map(({ heldOn, startsAt, minutes, cohort, moduleRun }) => ({
    date: toDay(heldOn),
    startsAt,
    minutes,
    cohortName: cohort.name,
    personIds: moduleRun.pathRuns.map(({ enrolment }) => enrolment.personId),
  }));
}
