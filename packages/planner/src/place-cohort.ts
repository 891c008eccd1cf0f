import {
  groupBy,
  isAvoided,
  mondayOf,
  overlaps,
  type PlanSlot,
  type PlanTrainer,
  shareWeeks,
} from '@jalon/domain';
import type { Highs } from 'highs';
import { Mip, type MipResult, type SolveLimits, type Term } from './mip.ts';
import {
  compareMoments,
  keepKey,
  type Option,
  type Placement,
  type PlaceRequest,
} from './placement.ts';
import type { CohortChoice, Moment, RunChoice } from './problem-index.ts';
import { addSpreadRules } from './spread-rules.ts';

export interface CohortPlacement {
  readonly status: 'solved' | 'infeasible' | 'nothing_found';
  readonly placements: readonly Placement[];
}

/**
 * Places every half-day of one cohort around what the others hold: exact hours, order, trainers
 * and rooms as hard rules; even weeks, wishes and a second trainer at their weights. Pauses and
 * rows of days that break the spread are forbidden once seen, then it is solved again.
 */
export function placeCohort(
  highs: Highs,
  request: PlaceRequest,
  limits: SolveLimits,
): CohortPlacement {
  const mip = new Mip();
  const options = addOptions(mip, request);
  addAttendance(mip, request, options);
  addTrainerRules(mip, request, options);
  addOrder(mip, request, options);
  addEvenWeeks(mip, request, options);
  const result = solveWithSpread(highs, mip, { request, options, limits });
  const placements = options
    .filter(({ column }) => (result.values[column] ?? 0) > 0.5)
    .flatMap(({ run, trainer, at }) =>
      at.flatMap((index) => {
        const moment = request.choice.moments[index];
        return moment ? [{ runId: run.run.id, trainerId: trainer.id, moment }] : [];
      }),
    );
  return { status: result.status, placements };
}

interface SpreadSearch {
  readonly request: PlaceRequest;
  readonly options: readonly Option[];
  readonly limits: SolveLimits;
}

/** Solves, forbids the rows and pauses that it sees, and solves again; keeps the cheapest found. */
function solveWithSpread(highs: Highs, mip: Mip, search: SpreadSearch): MipResult {
  const { request, options, limits } = search;
  const end = Date.now() + limits.seconds * 1000;
  const countBase = mip.columnCount;
  const seen = new Set<string>();
  let result = mip.solve(highs, limits);
  const { bound } = result;
  let best = { result, cost: Number.POSITIVE_INFINITY };
  while (result.status === 'solved') {
    const faults = addSpreadRules(mip, request, options, result.values, seen);
    const cost = mip.costOf(result.values.subarray(0, countBase)) + faults.cost;
    if (cost < best.cost) best = { result, cost };
    const seconds = (end - Date.now()) / 1000;
    const isNear = best.cost - bound <= limits.gap * best.cost;
    if (faults.newRules === 0 || isNear || seconds < shortestSolve) break;
    result = mip.solve(highs, { ...limits, seconds, start: result.values });
  }
  return best.result;
}

/** Below this, in seconds, a solve only reads the model. */
const shortestSolve = 0.3;

/** A column for each half-day on which run, trainer and a room could meet. */
function addOptions(mip: Mip, request: PlaceRequest): readonly Option[] {
  const { choice, occupancy, availability, trainersOf, problem, kept } = request;
  const { moments } = choice;
  return choice.runs.flatMap((run, rank) => {
    const { minutesLeft } = run;
    const { form, until, id } = run.run;
    if (minutesLeft.length === 0) return [];
    const allowed = trainersOf.get(id);
    const hours = minutesLeft.reduce((total, one) => total + one, 0) / 60 / minutesLeft.length;
    const target = (rank + 0.5) / choice.runs.length;
    const hasRoom = (moment: Moment) =>
      run.rooms.some(
        (room) => availability.isRoomOpen(room, moment) && occupancy.isFree(room.id, moment),
      );
    const fits = (index: number, trainer: PlanTrainer): boolean => {
      const moment = moments[index];
      return (
        moment !== undefined &&
        (until === null || moment.date <= until) &&
        (problem.placeFrom === null || moment.date >= problem.placeFrom) &&
        availability.isWorking(trainer, moment) &&
        occupancy.isFree(trainer.id, moment) &&
        hasRoom(moment)
      );
    };
    return run.trainers
      .filter((trainer) => allowed === undefined || allowed.includes(trainer.id))
      .flatMap((trainer) =>
        listStarts(moments, form, listHalfLocked(run))
          .filter((at) => at.every((index) => fits(index, trainer)))
          .map((at): Option => {
            const cost = at.reduce((total, index) => {
              const moment = moments[index];
              const avoided = moment && isAvoided(trainer, moment);
              const drift = Math.abs(index / moments.length - target);
              const isKept =
                !kept || (moment && kept.has(keepKey(id, moment, trainer.id))) || false;
              return (
                total +
                hours * trainer.centsPerHour +
                (avoided ? problem.weights.avoidedHalfDay : 0) +
                drift * centsPerDrift +
                (isKept ? 0 : centsPerMove)
              );
            }, 0);
            return {
              run,
              trainer,
              at,
              column: mip.addColumn({ cost, upper: 1, isInteger: true }),
            };
          }),
      );
  });
}

/** A repair moves a half-day for nothing else than what broke it. */
const centsPerMove = 1_000_000;
/** Between equal plans, the one that follows the programme: far too little to buy anything else. */
const centsPerDrift = 60;

/**
 * The half-days on which a slot may begin: each, or each morning whose afternoon is open. The
 * other half of a full day that is locked by half is on its own.
 */
const listStarts = (
  moments: readonly Moment[],
  form: 'half_days' | 'full_days',
  halfLocked: ReadonlySet<string>,
): readonly (readonly number[])[] =>
  form === 'half_days'
    ? moments.map((_, index) => [index])
    : moments.flatMap((moment, index) => {
        if (halfLocked.has(moment.date)) return [[index]];
        return moments[index + 1]?.date === moment.date ? [[index, index + 1]] : [];
      });

/** The days of a run in full days of which one half is locked. */
const listHalfLocked = ({ run, locked }: RunChoice): ReadonlySet<string> =>
  new Set(
    run.form === 'half_days'
      ? []
      : [...groupBy(locked, ({ date }) => date)]
          .filter(([, halves]) => halves.length === 1)
          .map(([date]) => date),
  );

/** Exact hours; nobody attends two things at once; rooms enough for groups side by side. */
function addAttendance(mip: Mip, request: PlaceRequest, options: readonly Option[]): void {
  const { choice, occupancy, availability } = request;
  for (const runChoice of choice.runs) {
    const { run, minutesLeft } = runChoice;
    const own = options.filter((option) => option.run.run === run);
    for (const day of listHalfLocked(runChoice)) {
      const halves = own.filter(({ at: [first] }) => choice.moments[first ?? 0]?.date === day);
      mip.addRow(1, halves.map(one), 1);
    }
    mip.addRow(
      minutesLeft.length,
      own.map(({ column, at }): Term => [column, at.length]),
      minutesLeft.length,
    );
    // A run without any possible half-day: no row could say so.
    if (own.length === 0 && minutesLeft.length > 0)
      mip.addRow(1, [[mip.addColumn({ cost: 0, upper: 0 }), 1]], 1);
  }
  const groups = [...new Set(choice.runs.map(({ run }) => run.group))];
  const lines = groups.some((group) => group !== null)
    ? groups.filter((group) => group !== null)
    : [null];
  for (const [index, here] of groupByMoment(options)) {
    const moment = choice.moments[index];
    for (const line of lines) {
      const attending = here.filter(({ run }) => run.run.group === null || run.run.group === line);
      mip.addRow(-Infinity, attending.map(one), isHeld(choice, moment, line) ? 0 : 1);
    }
    const rooms = new Set(
      here
        .flatMap(({ run }) => run.rooms)
        .filter(
          (room) =>
            moment && availability.isRoomOpen(room, moment) && occupancy.isFree(room.id, moment),
        ),
    );
    if (rooms.size < lines.length) mip.addRow(-Infinity, here.map(one), rooms.size);
  }
}

/** Whether a locked half-day already takes that line of the cohort at that moment. */
const isHeld = (choice: CohortChoice, moment: Moment | undefined, line: number | null): boolean =>
  moment !== undefined &&
  choice.runs.some(
    ({ run, locked }) =>
      (run.group === null || line === null || run.group === line) &&
      locked.some((slot) => overlaps(slot, moment)),
  );

const one = ({ column }: Option): Term => [column, 1];

const groupByMoment = (options: readonly Option[]): ReadonlyMap<number, readonly Option[]> => {
  const groups = new Map<number, Option[]>();
  for (const option of options) {
    for (const index of option.at) {
      const group = groups.get(index);
      if (group) group.push(option);
      else groups.set(index, [option]);
    }
  }
  return groups;
};

/** One place at a time, the weekly maximum, and a price for each trainer beyond the first. */
function addTrainerRules(mip: Mip, request: PlaceRequest, options: readonly Option[]): void {
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

/** `after`: once a run may begin, nothing of what it follows is left (S1:L178). */
function addOrder(mip: Mip, { choice }: PlaceRequest, options: readonly Option[]): void {
  for (const { run, locked } of choice.runs) {
    if (run.after.length === 0) continue;
    const begun = choice.moments.map((moment) =>
      mip.addColumn({
        cost: 0,
        lower: isReached(moment, locked) ? 1 : 0,
        upper: isAllReached(moment, choice, run.after) ? 1 : 0,
        isInteger: true,
      }),
    );
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
  locked.some((slot) => compareMoments(slot, moment) <= 0);

/** Whether every locked half-day of these runs is before that moment. */
const isAllReached = (moment: Moment, choice: CohortChoice, ids: readonly string[]): boolean =>
  choice.runs
    .filter(({ run }) => ids.includes(run.id))
    .every(({ locked }) => locked.every((slot) => compareMoments(slot, moment) < 0));

/** Each week near its fair share; each half-day beyond or below has its price. */
function addEvenWeeks(mip: Mip, { choice, problem }: PlaceRequest, options: readonly Option[]) {
  const total = choice.runs.reduce(
    (sum, { run, share }) => sum + run.slotMinutes.length * share,
    0,
  );
  const byWeek = groupBy(options, ({ at: [first] }) => choice.moments[first ?? 0]?.week ?? '');
  for (const [week, { least, most }] of shareWeeks(choice.moments, total)) {
    const load = (byWeek.get(week) ?? []).map(
      ({ column, at, run }): Term => [column, at.length * run.share],
    );
    const held = choice.runs.reduce(
      (sum, { locked, share }) =>
        sum + share * locked.filter(({ date }) => mondayOf(date) === week).length,
      0,
    );
    const cost = problem.weights.unevenWeek;
    const over = mip.addColumn({ cost, upper: Infinity });
    const under = mip.addColumn({ cost, upper: Infinity });
    mip.addRow(-Infinity, [...load, [over, -1]], most - held);
    mip.addRow(least - held, [...load, [under, 1]], Infinity);
  }
}
