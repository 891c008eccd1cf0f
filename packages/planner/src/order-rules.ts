import { compareStarts, type PlanSlot } from '@jalon/domain';
import type { Mip } from './mip.ts';
import { groupByMoment, type Option, one, type PlaceRequest } from './placement.ts';
import type { CohortChoice, Moment } from './problem-index.ts';

/** `after`: once a run may begin, nothing of what it follows is left (S1:L178). */
export function addOrder(mip: Mip, { choice }: PlaceRequest, options: readonly Option[]): void {
  for (const { run, locked } of choice.runs) {
    if (run.after.length === 0) continue;
    const begun = choice.moments.map((moment) => {
      // Locks out of order are a person's doing: what is left to place keeps the order around them.
      const lower = isReached(moment, locked) ? 1 : 0;
      const upper = isAllReached(moment, choice, run.after) ? 1 : lower;
      return mip.addColumn({ cost: 0, lower, upper, isInteger: true });
    });
    begun.forEach((column, index) => {
      const before = begun[index - 1];
      if (before !== undefined)
        mip.addRow(
          -Infinity,
          [
            [before, 1],
            [column, -1],
          ],
          0,
        );
    });
    const own = groupByMoment(options.filter((option) => option.run.run === run));
    for (const [index, here] of own) {
      mip.addRow(-Infinity, [...here.map(one), [begun[index] ?? 0, -1]], 0);
    }
    for (const id of run.after) {
      const earlier = groupByMoment(options.filter((option) => option.run.run.id === id));
      for (const [index, here] of earlier) {
        mip.addRow(-Infinity, [...here.map(one), [begun[index] ?? 0, 1]], 1);
      }
    }
  }
}

/** Whether one of these locked half-days is at that moment or before. */
const isReached = (moment: Moment, locked: readonly PlanSlot[]): boolean =>
  locked.some((slot) => compareStarts(slot, moment) <= 0);

/** Whether every locked half-day of these runs is before that moment. */
const isAllReached = (moment: Moment, choice: CohortChoice, ids: readonly string[]): boolean =>
  choice.runs
    .filter(({ run }) => ids.includes(run.id))
    .every(({ locked }) => locked.every((slot) => compareStarts(slot, moment) < 0));
