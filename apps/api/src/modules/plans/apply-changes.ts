import { cohortOfRun, type SlotChange } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { proposePaths } from '../planning/adopt-plan.ts';
import { findGroupRuns } from './group-runs.ts';
import type { PlanFacts } from './load-problem.ts';

/** Writes the accepted changes of a plan into the calendars. */
export async function applyChanges(
  tx: Tx,
  actor: Actor,
  facts: PlanFacts,
  changes: readonly SlotChange[],
): Promise<void> {
  const cohortIds = new Set(changes.map(({ from, to }) => cohortOfRun((to ?? from)?.runId ?? '')));
  const rows = facts.rows.filter(({ id }) => cohortIds.has(id));
  const runs = await findGroupRuns(tx, actor, facts.problem, rows);
  for (const { id, kind, to } of changes) {
    if (kind !== 'moved' && kind !== 'restaffed') continue;
    if (to)
      await tx.slot.updateMany({
        where: { id },
        data: { ...toColumns(to), revision: { increment: 1 } },
      });
  }
  await tx.slot.deleteMany({
    where: { id: { in: changes.filter(({ kind }) => kind === 'removed').map(({ id }) => id) } },
  });
  await tx.slot.createMany({
    data: changes.flatMap(({ kind, to }) =>
      kind === 'added' && to
        ? [
            {
              centreId: actor.centreId,
              cohortId: cohortOfRun(to.runId),
              moduleRunId: runs(to.runId),
              ...toColumns(to),
            },
          ]
        : [],
    ),
  });
  for (const row of rows) {
    await proposePaths(tx, actor, row);
    if (row.state === 'draft')
      await tx.cohort.updateMany({
        where: { id: row.id },
        data: { state: 'planned', revision: { increment: 1 } },
      });
  }
}

const toColumns = (slot: NonNullable<SlotChange['to']>) => ({
  heldOn: fromDay(slot.date),
  halfDay: slot.halfDay,
  startsAt: slot.startsAt,
  minutes: slot.minutes,
  trainerId: slot.trainerId,
  roomId: slot.roomId,
});
