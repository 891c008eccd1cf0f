import { groupBy } from '../group-by.ts';
import type { StandingSlot } from './compare-plans.ts';
import type { PlanRun, PlanSlot } from './planning-problem.ts';

/**
 * A standing half-day as a plan has it; `null` while it lacks a trainer, or a room that it needs. One
 * held at a distance needs none (Q15).
 */
export function completeSlot({ id: _, isRemote, ...slot }: StandingSlot): PlanSlot | null {
  const { trainerId, roomId } = slot;
  if (trainerId === null || (roomId === null && !isRemote)) return null;
  return { ...slot, trainerId, roomId: isRemote ? null : roomId };
}

/** The runs with how many of their half-days stand at a distance: a plan leaves them so. */
export function addRemoteHalfDays(
  runs: readonly PlanRun[],
  standing: readonly StandingSlot[],
): readonly PlanRun[] {
  const remote = groupBy(
    standing.filter(({ isRemote }) => isRemote),
    ({ runId }) => runId,
  );
  return runs.map((run) => {
    const count = Math.min(run.slotMinutes.length, remote.get(run.id)?.length ?? 0);
    return count === 0 ? run : { ...run, remoteHalfDays: count };
  });
}
