import { cohortOfRun, isHeldRemotely, type PlanSlot, type SlotChange } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { proposePaths } from '../planning/adopt-plan.ts';
import { moveSlots } from '../planning/move-slots.ts';
import { dropEmptyGroups, findGroupRuns } from './group-runs.ts';
import type { PlanFacts } from './load-problem.ts';

/** Writes the accepted changes of a plan into the calendars. */
export async function applyChanges(
  tx: Tx,
  actor: Actor,
  facts: PlanFacts,
  changes: readonly SlotChange[],
  at: Date,
): Promise<void> {
  const cohortIds = new Set(changes.map(({ from, to }) => cohortOfRun((to ?? from)?.runId ?? '')));
  const rows = facts.rows.filter(({ id }) => cohortIds.has(id));
  const runs = await findGroupRuns(tx, actor, facts, rows, changes, at);
  await moveSlots(
    tx,
    changes.flatMap(({ id, kind, to }) =>
      to && (kind === 'moved' || kind === 'restaffed') ? [{ ...to, id, mode: modeOf(to) }] : [],
    ),
  );
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
              heldOn: fromDay(to.date),
              halfDay: to.halfDay,
              startsAt: to.startsAt,
              minutes: to.minutes,
              trainerId: to.trainerId,
              roomId: to.roomId,
              mode: modeOf(to),
            },
          ]
        : [],
    ),
  });
  await dropEmptyGroups(tx, facts.problem, rows);
  await proposePaths(tx, actor, rows, parisDayOf(at));
  await tx.cohort.updateMany({
    where: { id: { in: rows.flatMap(({ id, state }) => (state === 'draft' ? [id] : [])) } },
    data: { state: 'planned', revision: { increment: 1 } },
  });
}

const modeOf = (slot: PlanSlot) => (isHeldRemotely(slot) ? 'remote' : 'on_site');
