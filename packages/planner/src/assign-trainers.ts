import { groupBy, isAvoided, listExtraTrainers, type PlanningProblem } from '@jalon/domain';
import type { Highs } from 'highs';
import { Mip, type SolveLimits, type Term } from './mip.ts';
import { momentKey } from './placement.ts';
import type { Availability, CohortChoice } from './problem-index.ts';
import {
  addMinimums,
  addTrainerWeeks,
  type Flow,
  holdFixed,
  type Share,
  sumColumns,
} from './trainer-weeks.ts';

export interface TrainerAssignment {
  readonly status: 'solved' | 'infeasible' | 'nothing_found';
  /** The trainers who share a run, by run: nearly always one. */
  readonly trainersOf: ReadonlyMap<string, readonly string[]>;
  /** No plan can cost less, in cents. */
  readonly boundCents: number;
}

export interface AssignRequest {
  readonly problem: PlanningProblem;
  readonly cohorts: readonly CohortChoice[];
  readonly availability: Availability;
  /** `week` is enough for many cohorts at once; `half_day` sees who is free when. */
  readonly grain: 'week' | 'half_day';
}

/**
 * Who teaches what, before any day is chosen. It keeps every rule that costs money (qualification,
 * presence, weekly maximum and minimum, price, wishes) and forgets the others, so that its bound
 * holds for every plan.
 */
export function assignTrainers(
  highs: Highs,
  request: AssignRequest,
  limits: SolveLimits,
): TrainerAssignment {
  const { problem, cohorts } = request;
  const mip = new Mip();
  const shares = cohorts.flatMap((choice) => addRuns(mip, problem, choice));
  const flows = cohorts.flatMap((choice) => addFlows(mip, request, choice, shares));
  addTrainerWeeks(mip, problem, shares, flows);
  addMinimums(mip, problem, shares, flows);
  mip.addColumn({ cost: sumLockedPay(problem), lower: 1, upper: 1 });
  const result = mip.solve(highs, limits);
  const trainersOf = new Map<string, string[]>();
  for (const { runId, trainer, column } of shares) {
    if ((result.values[column] ?? 0) < 1e-6) continue;
    trainersOf.set(runId, [...new Set([...(trainersOf.get(runId) ?? []), trainer.id])]);
  }
  // A score rounds its lines to the cent.
  return { status: result.status, trainersOf, boundCents: Math.floor(result.bound) - 1 };
}

function sumLockedPay({ locked, trainers }: PlanningProblem): number {
  const prices = new Map(trainers.map(({ id, centsPerHour }) => [id, centsPerHour]));
  return locked.reduce(
    (cents, { minutes, trainerId }) => cents + (minutes * (prices.get(trainerId) ?? 0)) / 60,
    0,
  );
}

/** Each run is taught in full; a trainer more than it needs is possible and costs its weight. */
function addRuns(mip: Mip, problem: PlanningProblem, choice: CohortChoice): readonly Share[] {
  const price = problem.weights.extraTrainer;
  const groups = new Set(choice.runs.flatMap(({ run }) => run.group ?? [])).size;
  return choice.runs.flatMap(({ run, locked, minutesLeft, trainers, begunBy }) => {
    const already = listExtraTrainers(
      run,
      locked.map(({ trainerId }) => trainerId),
    );
    mip.addColumn({ cost: already.length * price, lower: 1, upper: 1 });
    if (minutesLeft.length === 0) return [];
    // The first trainer of a run that has not begun costs nothing.
    if (begunBy.length === 0) mip.addColumn({ cost: -price, lower: 1, upper: 1 });
    const teaches = new Map(
      trainers.map(({ id }) => [
        id,
        mip.addColumn({ cost: begunBy.includes(id) ? 0 : price, upper: 1, isInteger: true }),
      ]),
    );
    return [...groupBy(minutesLeft, (minutes) => minutes)].flatMap(([minutes, { length }]) => {
      const shares = trainers.map((trainer): Share => {
        const cost = (length * minutes * trainer.centsPerHour) / 60;
        return {
          runId: run.id,
          cohortId: choice.cohort.id,
          trainer,
          part: run.group === null ? 1 : 1 / groups,
          halfDays: length,
          minutes,
          column: mip.addColumn({ cost, upper: 1 }),
        };
      });
      for (const { trainer, column } of shares)
        mip.addRow(
          -Infinity,
          [
            [column, 1],
            [teaches.get(trainer.id) ?? 0, -1],
          ],
          0,
        );
      mip.addRow(
        1,
        shares.map(({ column }): Term => [column, 1]),
        1,
      );
      return shares;
    });
  });
}

/** How many half-days each trainer gives to the cohort each week, gladly or not. */
function addFlows(
  mip: Mip,
  { problem, availability, grain }: AssignRequest,
  choice: CohortChoice,
  shares: readonly Share[],
): readonly Flow[] {
  const ofCohort = shares.filter(({ cohortId }) => cohortId === choice.cohort.id);
  const trainers = [...new Set(ofCohort.map(({ trainer }) => trainer))];
  const spans = [...groupBy(choice.moments, grain === 'week' ? ({ week }) => week : momentKey)];
  const busy = holdFixed(problem);
  // By the week, a whole cohort is let off as lightly as one of its groups: it is much quicker.
  const lightest = Math.min(1, ...ofCohort.map(({ part }) => part));
  const partOf = ({ part }: Share) => (grain === 'week' ? lightest : part);
  const taking = spans.map((): Term[] => []);
  const flows = trainers.flatMap((trainer) =>
    [
      ...groupBy(
        ofCohort.filter((share) => share.trainer === trainer),
        partOf,
      ),
    ].flatMap(([part, own]) => {
      const longest = Math.max(...own.map(({ minutes }) => minutes));
      const ofTrainer = spans.flatMap(([, open], index): Flow[] => {
        const moments = open.filter(
          (moment) => availability.isWorking(trainer, moment) && busy.isFree(trainer.id, moment),
        );
        const week = moments[0]?.week;
        if (week === undefined) return [];
        const avoided = moments.filter((moment) => isAvoided(trainer, moment)).length;
        const columns = [
          { cost: 0, upper: moments.length - avoided },
          { cost: problem.weights.avoidedHalfDay, upper: avoided },
        ]
          .filter(({ upper }) => upper > 0)
          .map((column) => mip.addColumn(column));
        taking[index]?.push(...columns.map((column): Term => [column, part]));
        return [{ trainer, week, moments, longest, columns }];
      });
      const taught = own.map(({ column, halfDays }): Term => [column, -halfDays]);
      mip.addRow(0, [...sumColumns(ofTrainer), ...taught], 0);
      return ofTrainer;
    }),
  );
  // Nobody attends two things at once: two groups side by side take as much as the whole cohort.
  for (const [index, [, open]] of spans.entries())
    mip.addRow(-Infinity, taking[index] ?? [], open.length);
  return flows;
}
