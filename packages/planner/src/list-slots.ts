import { compareStarts, groupBy, type PlanSlot } from '@jalon/domain';
import type { Roomed } from './choose-rooms.ts';
import type { CohortChoice } from './problem-index.ts';

/**
 * The locked half-days as they are, the others with their minutes: full ones first, a shorter one
 * last, unless a trainer's week needs it elsewhere.
 */
export function listSlots(choice: CohortChoice, roomed: readonly Roomed[]): readonly PlanSlot[] {
  const byRun = groupBy(roomed, ({ runId }) => runId);
  return choice.runs.flatMap(({ run, minutesLeft, locked }) => {
    const ordered = (byRun.get(run.id) ?? []).toSorted((a, b) => compareStarts(a.moment, b.moment));
    const minutes = minutesLeft.toSorted((a, b) => b - a);
    const shorter = minutes.splice(minutes.length - ordered.filter(isShorter).length);
    const added = ordered.map((one) => ({
      runId: run.id,
      date: one.moment.date,
      halfDay: one.moment.halfDay,
      startsAt: one.moment.startsAt,
      minutes: (isShorter(one) ? shorter : minutes).shift() ?? 0,
      trainerId: one.trainerId,
      roomId: one.roomId,
    }));
    return [...locked, ...added];
  });
}

const isShorter = (one: Roomed): boolean => one.isShorter ?? false;
