import {
  checkLocks,
  type DescribedConflict,
  describeConflict,
  explainShortage,
  explainUnplaced,
  type Finding,
  keepCohorts,
  type PlanningProblem,
  type PlanScore,
  type PlanSlot,
  scorePlan,
} from '@jalon/domain';
import { explainConflict } from './explain-conflict.ts';
import { type PlanProgress, planYear } from './plan-year.ts';
import { type OpenSlot, repairPlan } from './repair-plan.ts';

/** What a search is asked. It is plain data: it may go to another thread. */
export interface SearchRequest {
  /** `repair` keeps `current` but for what no longer holds, and places what is missing. */
  readonly kind: 'year' | 'repair';
  readonly problem: PlanningProblem;
  readonly current: readonly PlanSlot[];
  /** What stands without a trainer or without a room. */
  readonly open: readonly OpenSlot[];
  readonly seconds: number;
  /** Good enough within this share of the best possible, e.g. 0.01. */
  readonly gap: number;
}

export interface SearchSignals {
  readonly isCancelled: () => boolean;
  readonly onProgress: (progress: PlanProgress) => void;
}

/** Why a cohort has no plan: what is missing before any search, or what cannot hold together. */
export interface Unplaced {
  readonly cohortId: string;
  readonly shortages: readonly Finding[];
  readonly conflict: DescribedConflict | null;
}

/** What a search found, as plain data. */
export interface SearchOutcome {
  /** `nothing` when no cohort has a plan. */
  readonly status: 'found' | 'nothing';
  readonly wasCancelled: boolean;
  readonly slots: readonly PlanSlot[];
  readonly score: PlanScore;
  /** No plan costs less, in cents; `null` when it is not known. */
  readonly boundCents: number | null;
  /** Share of the price that is not proven necessary; `null` when it is not known. */
  readonly gap: number | null;
  /** For a repair: no repair changes fewer half-days. */
  readonly movesBound: number | null;
  readonly unplaced: readonly Unplaced[];
  /** Locks that a repair leaves as they are although they no longer hold, in French. */
  readonly notes: readonly string[];
}

/** Seconds spent on telling why cohorts cannot be placed, all of them together. */
const explainSeconds = 9;

/**
 * A whole search: cohorts that lack something are told at once, the others are planned, and those
 * that could not be placed are explained. A repair tries every cohort: what stands may hold although
 * a new plan could not be made.
 */
export async function searchPlan(
  request: SearchRequest,
  signals: SearchSignals,
): Promise<SearchOutcome> {
  const isRepair = request.kind === 'repair';
  const shortages = isRepair
    ? new Map<string, readonly Finding[]>()
    : groupShortages(request.problem, explainShortage(request.problem));
  const possible = request.problem.cohorts
    .map(({ id }) => id)
    .filter((cohortId) => !shortages.has(cohortId));
  const problem = keepCohorts(request.problem, possible, listOf(request, shortages));
  const found = await search({ ...request, problem }, signals);
  const lacks = groupShortages(problem, isRepair ? explainUnplaced(problem) : []);
  const unplaced = found.unplaced.map(async (cohortId): Promise<Unplaced> => {
    const lacking = lacks.get(cohortId) ?? [];
    return {
      cohortId,
      shortages: lacking,
      conflict:
        signals.isCancelled() || lacking.length > 0
          ? null
          : await tellConflict(problem, cohortId, found, signals),
    };
  });
  const { boundCents, gap } = found;
  return {
    status: found.slots.length > 0 ? 'found' : 'nothing',
    wasCancelled: signals.isCancelled(),
    slots: found.slots,
    score: scorePlan(problem, found.slots),
    boundCents: Number.isFinite(boundCents) ? boundCents : null,
    gap: Number.isFinite(gap) ? gap : null,
    movesBound: found.movesBound,
    unplaced: [
      ...[...shortages].map(([cohortId, findings]) => ({
        cohortId,
        shortages: findings,
        conflict: null,
      })),
      ...(await Promise.all(unplaced)),
    ],
    notes: isRepair ? checkLocks(problem).map(({ message }) => message) : [],
  };
}

interface Found {
  readonly slots: readonly PlanSlot[];
  readonly boundCents: number;
  readonly gap: number;
  readonly movesBound: number | null;
  readonly unplaced: readonly string[];
}

async function search(request: SearchRequest, signals: SearchSignals): Promise<Found> {
  const { kind, problem, current, open, seconds, gap } = request;
  const cohortOf = cohortsByRun(problem);
  if (problem.cohorts.length === 0)
    return { slots: [], boundCents: Number.NaN, gap: Number.NaN, movesBound: null, unplaced: [] };
  if (kind === 'year') {
    const { slots, unplaced, ...year } = await planYear(problem, { seconds, gap, ...signals });
    const without = new Set(unplaced);
    return {
      slots: slots.filter(({ runId }) => !without.has(cohortOf.get(runId) ?? '')),
      boundCents: without.size === 0 ? year.boundCents : Number.NaN,
      gap: without.size === 0 ? year.gap : Number.NaN,
      movesBound: null,
      unplaced,
    };
  }
  const own = current.filter(({ runId }) => cohortOf.has(runId));
  const { slots, unplaced, movesBound } = await repairPlan(
    problem,
    own,
    { seconds, ...signals },
    open.filter(({ runId }) => cohortOf.has(runId)),
  );
  const without = new Set(unplaced);
  return {
    slots: slots.filter(({ runId }) => !without.has(cohortOf.get(runId) ?? '')),
    boundCents: Number.NaN,
    gap: Number.NaN,
    movesBound,
    unplaced,
  };
}

const cohortsByRun = (problem: PlanningProblem): ReadonlyMap<string, string> =>
  new Map(problem.runs.map(({ id, cohortId }) => [id, cohortId]));

/** What cohorts left out of the search keep: others cannot take it. */
const listOf = (
  { problem, current }: SearchRequest,
  shortages: ReadonlyMap<string, unknown>,
): readonly PlanSlot[] => {
  const cohortOf = cohortsByRun(problem);
  return current.filter(({ runId }) => shortages.has(cohortOf.get(runId) ?? ''));
};

/** Shortages by the cohort that they stop. */
function groupShortages(
  problem: PlanningProblem,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const cohortOf = cohortsByRun(problem);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [, list = '', index = ''] = finding.path.split('/');
    const at = Number(index);
    const cohortId =
      list === 'runs'
        ? problem.runs[at]?.cohortId
        : list === 'cohorts'
          ? problem.cohorts[at]?.id
          : cohortOf.get(problem.locked[at]?.runId ?? '');
    for (const id of cohortId ? [cohortId] : problem.cohorts.map((cohort) => cohort.id)) {
      groups.set(id, [...(groups.get(id) ?? []), finding]);
    }
  }
  return groups;
}

async function tellConflict(
  problem: PlanningProblem,
  cohortId: string,
  { slots, unplaced }: Found,
  { isCancelled }: SearchSignals,
): Promise<DescribedConflict | null> {
  const alone = keepCohorts(problem, [cohortId], slots);
  const conflict = await explainConflict(alone, cohortId, {
    seconds: explainSeconds / unplaced.length,
    isCancelled,
  });
  return conflict && describeConflict(alone, conflict);
}
