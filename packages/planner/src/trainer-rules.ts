import { groupBy, type PlanTrainer, trainerWeek } from '@jalon/domain';
import type { Mip, Term } from './mip.ts';
import { groupByMoment, type Option, one, type PlaceRequest } from './placement.ts';
import type { RunChoice } from './problem-index.ts';

/** How many shorter half-days of a run a trainer gives in a week: the value of `column`. */
export interface ShorterInWeek {
  readonly run: RunChoice;
  readonly trainer: PlanTrainer;
  readonly week: string;
  readonly column: number;
}

/**
 * One place at a time, the weekly maximum; a second trainer and a thin week at their weights.
 *
 * @returns where the shorter half-days have to be for the weekly maximum to hold
 */
export function addTrainerRules(
  mip: Mip,
  request: PlaceRequest,
  options: readonly Option[],
): readonly ShorterInWeek[] {
  const { choice, occupancy } = request;
  const shorter: ShorterInWeek[] = [];
  for (const [trainer, own] of groupBy(options, (option) => option.trainer)) {
    for (const here of groupByMoment(own).values()) mip.addRow(-Infinity, here.map(one), 1);
    const weeks = groupBy(own, ({ at: [first] }) => choice.moments[first ?? 0]?.week ?? '');
    for (const [week, inWeek] of weeks) {
      const left = trainer.maxMinutesPerWeek - occupancy.minutesInWeek(trainer.id, week);
      const here = isTight(inWeek, left) ? addShorter(mip, { trainer, week }, inWeek) : [];
      shorter.push(...here);
      mip.addRow(
        -Infinity,
        [
          ...inWeek.map(({ column, at, run }): Term => [column, at.length * longestOf(run)]),
          ...here.map(({ run, column }): Term => [column, -savedBy(run)]),
        ],
        Math.max(0, left),
      );
    }
  }
  for (const [run, ofRun] of groupBy(shorter, (entry) => entry.run))
    mip.addRow(
      -Infinity,
      ofRun.map(({ column }): Term => [column, 1]),
      listShorter(run).length,
    );
  addExtraTrainers(mip, request, options);
  addMinimums(mip, request, options);
  return shorter;
}

const longestOf = ({ minutesLeft }: RunChoice): number => Math.max(...minutesLeft);

const listShorter = (run: RunChoice): readonly number[] =>
  run.minutesLeft.filter((minutes) => minutes < longestOf(run));

/** Minutes that any shorter half-day of the run leaves to the trainer's week. */
const savedBy = (run: RunChoice): number => longestOf(run) - Math.max(...listShorter(run));

/** Whether the week could hold more than the trainer may give. */
function isTight(inWeek: readonly Option[], left: number): boolean {
  const longest = Math.max(...inWeek.map(({ run }) => longestOf(run)));
  return new Set(inWeek.flatMap(({ at }) => at)).size * longest > left;
}

/** A column for each run whose shorter half-days may be in that week. */
function addShorter(
  mip: Mip,
  { trainer, week }: Pick<ShorterInWeek, 'trainer' | 'week'>,
  inWeek: readonly Option[],
): readonly ShorterInWeek[] {
  return [...groupBy(inWeek, ({ run }) => run)].flatMap(([run, own]) => {
    const upper = listShorter(run).length;
    if (upper === 0) return [];
    const column = mip.addColumn({ cost: 0, upper, isInteger: true });
    mip.addRow(
      0,
      [...own.map((option): Term => [option.column, option.at.length]), [column, -1]],
      Infinity,
    );
    return [{ run, trainer, week, column }];
  });
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
