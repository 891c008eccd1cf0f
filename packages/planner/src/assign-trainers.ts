import { groupBy, isAvoided, type PlanningProblem, type PlanTrainer } from '@jalon/domain';
import type { Highs } from 'highs';
import { Mip, type SolveLimits, type Term } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import type { Availability, CohortChoice, Moment } from './problem-index.ts';

export interface TrainerAssignment {
  readonly status: 'solved' | 'infeasible' | 'nothing_found';
  /** The trainers who share a run, by run: nearly always one. */
  readonly trainersOf: ReadonlyMap<string, readonly string[]>;
  /** No plan can cost less, in cents. */
  readonly boundCents: number;
}

/**
 * Who teaches what, week by week, before any day is chosen. It keeps every rule that costs money
 * (qualification, presence, weekly maximum, price, wishes) and forgets the others, so that its
 * bound holds for every plan.
 */
export function assignTrainers(
  highs: Highs,
  problem: PlanningProblem,
  cohorts: readonly CohortChoice[],
  availability: Availability,
  limits: SolveLimits,
): TrainerAssignment {
  const mip = new Mip();
  const shares = cohorts.flatMap((choice) => addRuns(mip, problem, choice));
  const flows = cohorts.flatMap((choice) => addFlows(mip, problem, choice, shares, availability));
  addTrainerWeeks(mip, problem, flows);
  mip.addColumn({ cost: sumLockedPay(problem), lower: 1, upper: 1 });
  const result = mip.solve(highs, limits);
  const trainersOf = new Map<string, string[]>();
  for (const { runId, trainer, column } of shares) {
    if ((result.values[column] ?? 0) < 1e-6) continue;
    trainersOf.set(runId, [...(trainersOf.get(runId) ?? []), trainer.id]);
  }
  return { status: result.status, trainersOf, boundCents: result.bound };
}

function sumLockedPay({ locked, trainers }: PlanningProblem): number {
  const prices = new Map(trainers.map(({ id, centsPerHour }) => [id, centsPerHour]));
  return locked.reduce(
    (cents, { minutes, trainerId }) => cents + (minutes * (prices.get(trainerId) ?? 0)) / 60,
    0,
  );
}

interface Share {
  readonly runId: string;
  readonly cohortId: string;
  readonly trainer: PlanTrainer;
  readonly halfDays: number;
  /** Share of the run's half-days that the trainer takes, 0 to 1. */
  readonly column: number;
}

/** Each run is taught in full; a second trainer is possible and costs its weight. */
function addRuns(mip: Mip, problem: PlanningProblem, choice: CohortChoice): readonly Share[] {
  return choice.runs.flatMap(({ run, minutesLeft, trainers }) => {
    if (minutesLeft.length === 0) return [];
    const minutes = minutesLeft.reduce((total, one) => total + one, 0);
    const shares = trainers.map((trainer) => {
      const column = mip.addColumn({ cost: (minutes * trainer.centsPerHour) / 60, upper: 1 });
      const teaches = mip.addColumn({
        cost: problem.weights.extraTrainer,
        upper: 1,
        isInteger: true,
      });
      mip.addRow(
        -Infinity,
        [
          [column, 1],
          [teaches, -1],
        ],
        0,
      );
      return {
        share: {
          runId: run.id,
          cohortId: choice.cohort.id,
          trainer,
          halfDays: minutesLeft.length,
          column,
        },
        teaches,
      };
    });
    mip.addRow(
      1,
      shares.map(({ share }): Term => [share.column, 1]),
      1,
    );
    // The first trainer of a run costs nothing.
    mip.addColumn({ cost: -problem.weights.extraTrainer, lower: 1, upper: 1 });
    return shares.map(({ share }) => share);
  });
}

interface Flow {
  readonly trainer: PlanTrainer;
  readonly week: string;
  readonly moments: readonly Moment[];
  readonly columns: readonly number[];
}

/** How many half-days each trainer gives to the cohort each week, gladly or not. */
function addFlows(
  mip: Mip,
  problem: PlanningProblem,
  choice: CohortChoice,
  shares: readonly Share[],
  availability: Availability,
): readonly Flow[] {
  const ofCohort = shares.filter(({ cohortId }) => cohortId === choice.cohort.id);
  const trainers = [...new Set(ofCohort.map(({ trainer }) => trainer))];
  const weeks = groupBy(choice.moments, ({ week }) => week);
  const busy = holdFixed(problem);
  const parallel = Math.max(1, ...choice.runs.map(({ share }) => Math.round(1 / share)));
  const flows = trainers.flatMap((trainer) => {
    const taught: Term[] = ofCohort
      .filter((share) => share.trainer === trainer)
      .map((share) => [share.column, -share.halfDays]);
    const ofTrainer = [...weeks].flatMap(([week, open]): Flow[] => {
      const moments = open.filter(
        (moment) => availability.isWorking(trainer, moment) && busy.isFree(trainer.id, moment),
      );
      if (moments.length === 0) return [];
      const avoided = moments.filter((moment) => isAvoided(trainer, moment)).length;
      const gladly = mip.addColumn({ cost: 0, upper: moments.length - avoided });
      const reluctantly = mip.addColumn({ cost: problem.weights.avoidedHalfDay, upper: avoided });
      return [{ trainer, week, moments, columns: [gladly, reluctantly] }];
    });
    mip.addRow(0, [...sumColumns(ofTrainer), ...taught], 0);
    return ofTrainer;
  });
  for (const [week, open] of weeks) {
    const ofWeek = flows.filter((flow) => flow.week === week);
    mip.addRow(-Infinity, sumColumns(ofWeek), open.length * parallel);
  }
  return flows;
}

/** What no plan can move: bookings of the centre and locked half-days. */
const holdFixed = (problem: PlanningProblem): Occupancy =>
  new Occupancy([...problem.bookings, ...problem.locked]);

const sumColumns = (flows: readonly Flow[]): Term[] =>
  flows.flatMap(({ columns }) => columns.map((column): Term => [column, 1]));

/** Across cohorts: one place at a time, and the weekly maximum. */
function addTrainerWeeks(mip: Mip, problem: PlanningProblem, flows: readonly Flow[]): void {
  const busy = holdFixed(problem);
  const byWeek = groupBy(flows, ({ trainer, week }) => `${trainer.id} ${week}`);
  for (const ofWeek of byWeek.values()) {
    const [first] = ofWeek;
    if (!first) continue;
    const moments = ofWeek.flatMap((flow) => flow.moments);
    const distinct = new Set(moments.map(({ date, halfDay }) => `${date} ${halfDay}`)).size;
    const shortest = Math.min(...moments.map(({ minutes }) => minutes));
    const left = first.trainer.maxMinutesPerWeek - busy.minutesInWeek(first.trainer.id, first.week);
    mip.addRow(
      -Infinity,
      sumColumns(ofWeek),
      Math.max(0, Math.min(distinct, Math.floor(left / shortest))),
    );
  }
}
