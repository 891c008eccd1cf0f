import type { Highs } from 'highs';
import { addOptions } from './add-options.ts';
import { addAttendance, addEvenWeeks } from './attendance-rules.ts';
import { Mip, type MipResult, type SolveLimits } from './mip.ts';
import { addOrder } from './order-rules.ts';
import type { Option, Placement, PlaceRequest } from './placement.ts';
import { addAverageRhythm } from './rhythm-rules.ts';
import { addSpreadRules } from './spread-rules.ts';
import { addTrainerRules, type ShorterInWeek } from './trainer-rules.ts';

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
  const shorter = addTrainerRules(mip, request, options);
  addOrder(mip, request, options);
  addEvenWeeks(mip, request, options);
  addAverageRhythm(mip, request, options);
  const result = solveWithSpread(highs, mip, { request, options, limits });
  const placements = options
    .filter(({ column }) => (result.values[column] ?? 0) > 0.5)
    .flatMap(({ run, trainer, at, remote }) =>
      at.flatMap((index, rank) => {
        const moment = request.choice.moments[index];
        const isRemote = rank < remote;
        return moment ? [{ runId: run.run.id, trainerId: trainer.id, moment, isRemote }] : [];
      }),
    );
  return { status: result.status, placements: markShorter(placements, shorter, result) };
}

/** The half-days that the weekly maximum of their trainer needs shorter than the others. */
function markShorter(
  placements: readonly Placement[],
  shorter: readonly ShorterInWeek[],
  { values }: MipResult,
): readonly Placement[] {
  const marked = new Set(
    shorter.flatMap(({ run, trainer, week, column }) =>
      placements
        .filter(
          (one) =>
            one.runId === run.run.id && one.trainerId === trainer.id && one.moment.week === week,
        )
        .slice(0, Math.round(values[column] ?? 0)),
    ),
  );
  return placements.map((one) => (marked.has(one) ? { ...one, isShorter: true } : one));
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
