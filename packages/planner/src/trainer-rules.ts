import { groupBy, trainerWeek } from '@jalon/domain';
import type { Mip, Term } from './mip.ts';
import { groupByMoment, type Option, one, type PlaceRequest } from './placement.ts';
import type { RunChoice } from './problem-index.ts';

/** One place at a time, the weekly maximum; a second trainer and a thin week at their weights. */
export function addTrainerRules(mip: Mip, request: PlaceRequest, options: readonly Option[]): void {
  const { choice, occupancy } = request;
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
  addExtraTrainers(mip, request, options);
  addMinimums(mip, request, options);
}

/** Beyond its first trainer, or those who are there already, each one has its price. */
function addExtraTrainers(mip: Mip, { problem }: PlaceRequest, options: readonly Option[]): void {
  for (const [{ begunBy }, own] of groupBy(options, ({ run }) => run)) {
    const byTrainer = groupBy(own, ({ trainer }) => trainer.id);
    if (byTrainer.size < 2) continue;
    const others = [...byTrainer].filter(([id]) => !begunBy.includes(id));
    const teaching = others.map(([, ofTrainer]) => {
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
    if (begunBy.length > 0) continue;
    mip.addRow(
      1,
      teaching.map((column): Term => [column, 1]),
      Infinity,
    );
  }
}

/** The hours that this cohort could give to a trainer who is short of the weekly minimum. */
function addMinimums(mip: Mip, request: PlaceRequest, options: readonly Option[]): void {
  const { choice, occupancy, problem, minimums = [] } = request;
  const cost = problem.weights.hourBelowMinimum / 60;
  const inWeeks = groupBy(options, ({ trainer, at: [first] }) =>
    trainerWeek({ trainerId: trainer.id, date: choice.moments[first ?? 0]?.date ?? '' }),
  );
  for (const { trainer, week, minutes } of minimums) {
    const given = inWeeks.get(trainerWeek({ trainerId: trainer.id, date: week })) ?? [];
    const wanted = minutes - occupancy.minutesInWeek(trainer.id, week);
    if (wanted <= 0 || given.length === 0) continue;
    const short = mip.addColumn({ cost, upper: wanted });
    const taught = given.map(({ column, at, run }): Term => [column, at.length * meanOf(run)]);
    mip.addRow(wanted, [[short, 1], ...taught], Infinity);
  }
}

/** Which half-day of a run is the shorter one is only known once all are placed. */
const meanOf = ({ minutesLeft }: RunChoice): number =>
  minutesLeft.reduce((total, one) => total + one, 0) / minutesLeft.length;
