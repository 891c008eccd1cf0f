import { groupBy } from '@jalon/domain';
import type { Mip, Term } from './mip.ts';
import { groupByMoment, type Option, one, type PlaceRequest } from './placement.ts';

/** One place at a time, the weekly maximum, and a price for each trainer beyond the first. */
export function addTrainerRules(mip: Mip, request: PlaceRequest, options: readonly Option[]): void {
  const { choice, occupancy, problem } = request;
  for (const [trainer, own] of groupBy(options, (option) => option.trainer)) {
    for (const here of groupByMoment(own).values()) mip.addRow(-Infinity, here.map(one), 1);
    const weeks = groupBy(own, ({ at: [first] }) => choice.moments[first ?? 0]?.week ?? '');
    for (const [week, inWeek] of weeks) {
      const left = trainer.maxMinutesPerWeek - occupancy.minutesInWeek(trainer.id, week);
      mip.addRow(
        -Infinity,
        inWeek.map(({ column, at, run }) => [column, at.length * Math.max(...run.minutesLeft)]),
        Math.max(0, left),
      );
    }
  }
  for (const [, own] of groupBy(options, ({ run }) => run.run.id)) {
    const byTrainer = groupBy(own, ({ trainer }) => trainer.id);
    if (byTrainer.size < 2) continue;
    const teaching = [...byTrainer.values()].map((ofTrainer) => {
      const teaches = mip.addColumn({
        cost: problem.weights.extraTrainer,
        upper: 1,
        isInteger: true,
      });
      for (const { column } of ofTrainer)
        mip.addRow(
          -Infinity,
          [
            [column, 1],
            [teaches, -1],
          ],
          0,
        );
      return teaches;
    });
    mip.addRow(
      1,
      teaching.map((column): Term => [column, 1]),
      Infinity,
    );
  }
}
