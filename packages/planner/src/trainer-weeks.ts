import { groupBy, listWeeklyMinimums, type PlanningProblem, type PlanTrainer } from '@jalon/domain';
import type { Mip, Term } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import { momentKey } from './placement.ts';
import type { Moment } from './problem-index.ts';

/** What a trainer takes of the half-days of one length of a run. */
export interface Share {
  readonly runId: string;
  readonly cohortId: string;
  readonly trainer: PlanTrainer;
  /** Part of the cohort that attends: all of it, or one of its groups. */
  readonly part: number;
  readonly halfDays: number;
  /** Of each of them. */
  readonly minutes: number;
  /** Share of them that the trainer takes, 0 to 1. */
  readonly column: number;
}

/** The half-days that a trainer may give to a cohort in a week, or in one half-day of it. */
export interface Flow {
  readonly trainer: PlanTrainer;
  readonly week: string;
  readonly moments: readonly Moment[];
  /** The longest half-day that the trainer may give to the cohort, in minutes. */
  readonly longest: number;
  readonly columns: readonly number[];
}

/** What no plan can move: bookings of the centre and locked half-days. */
export const holdFixed = (problem: PlanningProblem): Occupancy =>
  new Occupancy([...problem.bookings, ...problem.locked]);

export const sumColumns = (flows: readonly Flow[]): Term[] =>
  flows.flatMap(({ columns }) => columns.map((column): Term => [column, 1]));

/** Across cohorts: one place at a time, and the weekly maximum. */
export function addTrainerWeeks(
  mip: Mip,
  problem: PlanningProblem,
  shares: readonly Share[],
  flows: readonly Flow[],
): void {
  const busy = holdFixed(problem);
  for (const [trainer, ofTrainer] of groupBy(flows, (flow) => flow.trainer)) {
    const full = Math.min(...ofTrainer.flatMap(({ moments }) => moments.map((one) => one.minutes)));
    const short = shares.filter((share) => share.trainer === trainer && share.minutes < full);
    const shortest = Math.min(full, ...short.map(({ minutes }) => minutes));
    const shortOfWeeks: Term[] = [];
    for (const [week, ofWeek] of groupBy(ofTrainer, (flow) => flow.week)) {
      const moments = ofWeek.flatMap((flow) => flow.moments);
      const distinct = new Set(moments.map(momentKey)).size;
      const left = Math.max(0, trainer.maxMinutesPerWeek - busy.minutesInWeek(trainer.id, week));
      const all = sumColumns(ofWeek);
      const most = Math.floor(left / full);
      if (short.length === 0 || most >= distinct) {
        mip.addRow(-Infinity, all, Math.min(distinct, most));
        continue;
      }
      // The shorter half-days count for what they are, or the bound would not hold.
      const shorter = mip.addColumn({ cost: 0, upper: distinct });
      shortOfWeeks.push([shorter, 1]);
      mip.addRow(-Infinity, all, distinct);
      mip.addRow(-Infinity, [...all, [shorter, -1]], most);
      mip.addRow(
        -Infinity,
        [...all.map(([column]): Term => [column, full]), [shorter, shortest - full]],
        left,
      );
    }
    const ofRuns = short.map(({ column, halfDays }): Term => [column, -halfDays]);
    if (shortOfWeeks.length > 0) mip.addRow(-Infinity, [...shortOfWeeks, ...ofRuns], 0);
  }
}

/** The hours that a trainer is short of the weekly minimum, in every week that could hold it. */
export function addMinimums(
  mip: Mip,
  problem: PlanningProblem,
  shares: readonly Share[],
  flows: readonly Flow[],
): void {
  const busy = holdFixed(problem);
  const cost = problem.weights.hourBelowMinimum / 60;
  for (const [trainer, minimums] of groupBy(listWeeklyMinimums(problem), (one) => one.trainer)) {
    const weeks = groupBy(
      flows.filter((flow) => flow.trainer === trainer),
      ({ week }) => week,
    );
    const asked = minimums
      .map(({ week, minutes }) => ({
        week,
        wanted: minutes - busy.minutesInWeek(trainer.id, week),
      }))
      .filter(({ wanted }) => wanted > 0);
    const missing = asked.map(({ week, wanted }): Term => {
      const short = mip.addColumn({ cost, upper: wanted });
      const taught = (weeks.get(week) ?? []).flatMap(({ columns, longest }) =>
        columns.map((column): Term => [column, longest]),
      );
      mip.addRow(wanted, [[short, 1], ...taught], Infinity);
      return [short, 1];
    });
    // Over the year the trainer gives what the runs hold to the minute, not only long half-days.
    const given = shares
      .filter((share) => share.trainer === trainer)
      .map(({ column, halfDays, minutes }): Term => [column, halfDays * minutes]);
    const total = asked.reduce((sum, { wanted }) => sum + wanted, 0);
    mip.addRow(total, [...missing, ...given], Infinity);
  }
}
