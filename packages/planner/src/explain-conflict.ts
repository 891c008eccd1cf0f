import {
  type Booking,
  listSteps,
  type PlanConflict,
  type PlanningProblem,
  type PlanRule,
  type PlanStep,
  planRules,
  relaxRule,
} from '@jalon/domain';
import type { Highs } from 'highs';
import { loadSolver, type SolveLimits } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import { placeCohort } from './place-cohort.ts';
import { Availability, indexCohorts } from './problem-index.ts';

export interface ExplainLimits {
  /** For all of the questions asked of the solver. */
  readonly seconds: number;
  readonly isCancelled?: () => boolean;
}

/**
 * Why a cohort cannot be placed: a smallest set of runs, and of rules over them, that cannot
 * hold together; and which of these rules, bent alone, would make a plan possible. `problem` holds
 * that cohort alone, the others' half-days as bookings. `null` when it can be placed after all, or
 * when the time was too short to know the runs; without rules when it was too short for these.
 *
 * @param siblings those of the bookings that other cohorts of the same search hold
 */
export async function explainConflict(
  problem: PlanningProblem,
  cohortId: string,
  limits: ExplainLimits,
  siblings: readonly Booking[] = [],
): Promise<PlanConflict | null> {
  const asker = new Asker(await loadSolver(), limits);
  const whole = keepCohort(problem, cohortId);
  if (!asker.isImpossible(whole)) return null;
  const runIds = shrink(
    whole.runs.map(({ id }) => id),
    (ids) => asker.isImpossible(keepRuns(whole, ids)),
  );
  const narrow = keepRuns(whole, runIds);
  // What is not known to be the smallest would name runs and rules that play no part.
  if (!asker.isSure) return null;
  const found = shrink(planRules, (kept) => asker.isImpossible(relaxOthers(narrow, kept)));
  const rules = asker.isSure ? found : [];
  const helps = (step: PlanStep) =>
    listSteps(whole, step, siblings).some((bent) => asker.isPossible(bent));
  const alone = rules.filter((rule) => asker.isPossible(relaxRule(whole, rule)) && helps(rule));
  // A jury on the eve of the cohort's end: neither gives way without the other.
  const isBoundTwice =
    alone.length === 0 && rules.some((rule) => rule === 'end' || rule === 'limit');
  const helpful = isBoundTwice && helps('end_and_limit') ? (['end_and_limit'] as const) : alone;
  return { cohortId, runIds, rules, helpful };
}

/**
 * A smallest part of `items` that is impossible by itself, found by halves (Junker's QuickXplain): a
 * conflict of a few among many takes few questions.
 */
function shrink<T>(items: readonly T[], isImpossible: (some: readonly T[]) => boolean): T[] {
  const within = (kept: readonly T[], added: readonly T[], rest: readonly T[]): readonly T[] => {
    if (added.length > 0 && isImpossible(kept)) return [];
    if (rest.length <= 1) return rest;
    const middle = Math.ceil(rest.length / 2);
    const [left, right] = [rest.slice(0, middle), rest.slice(middle)];
    const fromRight = within([...kept, ...left], left, right);
    const fromLeft = within([...kept, ...fromRight], fromRight, left);
    return [...fromLeft, ...fromRight];
  };
  const smallest = new Set(within([], [], items));
  return items.filter((item) => smallest.has(item));
}

const relaxOthers = (problem: PlanningProblem, kept: readonly PlanRule[]): PlanningProblem =>
  planRules.filter((rule) => !kept.includes(rule)).reduce(relaxRule, problem);

const keepCohort = (problem: PlanningProblem, cohortId: string): PlanningProblem => ({
  ...problem,
  cohorts: problem.cohorts.filter(({ id }) => id === cohortId),
  runs: problem.runs.filter((run) => run.cohortId === cohortId),
});

const keepRuns = (problem: PlanningProblem, ids: readonly string[]): PlanningProblem => ({
  ...problem,
  runs: problem.runs
    .filter(({ id }) => ids.includes(id))
    .map((run) => ({ ...run, after: run.after.filter((id) => ids.includes(id)) })),
  locked: problem.locked.filter(({ runId }) => ids.includes(runId)),
});

/** Asks the solver whether a cohort can be placed at all, price aside. */
class Asker {
  private readonly end: number;
  /** Every question so far had its answer in time. */
  isSure = true;

  constructor(
    private readonly highs: Highs,
    private readonly limits: ExplainLimits,
  ) {
    this.end = Date.now() + limits.seconds * 1000;
  }

  isImpossible(problem: PlanningProblem): boolean {
    const status = this.ask(problem);
    if (status === 'nothing_found') this.isSure = false;
    return status === 'infeasible';
  }

  isPossible(problem: PlanningProblem): boolean {
    return this.ask(problem) === 'solved';
  }

  private ask(problem: PlanningProblem) {
    const [choice] = indexCohorts(problem);
    const seconds = (this.end - Date.now()) / 1000;
    if (!choice || choice.runs.length === 0) return 'solved';
    if (seconds <= 0 || this.limits.isCancelled?.()) return 'nothing_found';
    const occupancy = new Occupancy([...problem.bookings, ...problem.locked]);
    const limits: SolveLimits = {
      seconds: seconds / 3,
      // Any plan will do: the first one found ends the question.
      gap: 1000,
      isCancelled: this.limits.isCancelled ?? (() => false),
    };
    return placeCohort(
      this.highs,
      { problem, choice, occupancy, availability: new Availability(), trainersOf: new Map() },
      limits,
    ).status;
  }
}
