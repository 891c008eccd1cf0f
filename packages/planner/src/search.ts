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
import { type ExplainLimits, explainConflict } from './explain-conflict.ts';
import { type PlanProgress, planYear, type YearSoFar } from './plan-year.ts';
import { type OpenSlot, repairPlan, toOpen } from './repair-plan.ts';

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
  /** Told what there is each time there is more, or better: what a search that is cut short keeps. */
  readonly onFound?: (found: FoundPlan) => void;
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

/** A plan as the search left it. */
export interface FoundPlan {
  readonly slots: readonly PlanSlot[];
  /** `null` when it is not known, as for a repair. */
  readonly boundCents: number | null;
  readonly movesBound: number | null;
  /** Ids of cohorts that were searched in vain, or not yet. */
  readonly unplaced: readonly string[];
}

/** Seconds at least for telling why cohorts cannot be placed, all of them together: what is left is theirs too. */
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
  const narrowed = narrow(request);
  const { problem } = narrowed;
  const end = Date.now() + request.seconds * 1000;
  const found = await search({ ...request, problem }, signals);
  const lacks = listLacks(narrowed, found);
  const conflicts = new Map<string, DescribedConflict | null>();
  const seconds = Math.max(explainSeconds, (end - Date.now()) / 1000) / found.unplaced.length;
  for (const cohortId of found.unplaced)
    if (!signals.isCancelled() && !lacks.has(cohortId))
      conflicts.set(
        cohortId,
        await tellConflict(problem, cohortId, found.slots, {
          seconds,
          isCancelled: signals.isCancelled,
        }),
      );
  return { ...tellOutcome(narrowed, found, conflicts), wasCancelled: signals.isCancelled() };
}

/** What a search that is cut short keeps: the plan that it told last, if any, without conflicts. */
export function cutShort(request: SearchRequest, told: FoundPlan | null): SearchOutcome {
  const narrowed = narrow(request);
  const found = told ?? findNothing(narrowed.problem);
  return { ...tellOutcome(narrowed, found, new Map()), wasCancelled: true };
}

const findNothing = ({ cohorts }: PlanningProblem): FoundPlan => ({
  slots: [],
  boundCents: null,
  movesBound: null,
  unplaced: cohorts.map(({ id }) => id),
});

interface Narrowed {
  readonly isRepair: boolean;
  /** Without the cohorts that lack something, which keep what they have. */
  readonly problem: PlanningProblem;
  /** What those lack, by cohort. */
  readonly shortages: ReadonlyMap<string, readonly Finding[]>;
}

function narrow(request: SearchRequest): Narrowed {
  const isRepair = request.kind === 'repair';
  const shortages = groupShortages(
    request.problem,
    isRepair ? [] : explainShortage(request.problem),
  );
  const possible = request.problem.cohorts
    .map(({ id }) => id)
    .filter((cohortId) => !shortages.has(cohortId));
  const problem = keepCohorts(request.problem, possible, listOf(request, shortages));
  return { isRepair, problem, shortages };
}

/** What cohorts lack that a repair tried in vain. */
const listLacks = (
  { isRepair, problem }: Narrowed,
  { unplaced }: FoundPlan,
): ReadonlyMap<string, readonly Finding[]> =>
  groupShortages(problem, isRepair && unplaced.length > 0 ? explainUnplaced(problem) : []);

function tellOutcome(
  narrowed: Narrowed,
  found: FoundPlan,
  conflicts: ReadonlyMap<string, DescribedConflict | null>,
): Omit<SearchOutcome, 'wasCancelled'> {
  const { isRepair, problem, shortages } = narrowed;
  const cohortOf = cohortsByRun(problem);
  const without = new Set(found.unplaced);
  const slots = found.slots.filter(({ runId }) => !without.has(cohortOf.get(runId) ?? ''));
  const score = scorePlan(problem, slots);
  // A bound is for the whole: it says nothing of a plan without some cohorts.
  const boundCents = without.size === 0 ? found.boundCents : null;
  const lacks = listLacks(narrowed, found);
  return {
    status: slots.length > 0 ? 'found' : 'nothing',
    slots,
    score,
    boundCents,
    gap: boundCents === null || score.cents === 0 ? null : (score.cents - boundCents) / score.cents,
    movesBound: found.movesBound,
    unplaced: [
      ...[...shortages].map(([cohortId, findings]) => ({
        cohortId,
        shortages: findings,
        conflict: null,
      })),
      ...found.unplaced.map((cohortId) => ({
        cohortId,
        shortages: lacks.get(cohortId) ?? [],
        conflict: conflicts.get(cohortId) ?? null,
      })),
    ],
    notes: isRepair ? checkLocks(problem).map(({ message }) => message) : [],
  };
}

async function search(request: SearchRequest, signals: SearchSignals): Promise<FoundPlan> {
  const { kind, problem, current, open, seconds, gap } = request;
  if (problem.cohorts.length === 0) return findNothing(problem);
  if (kind === 'repair') {
    const cohortOf = cohortsByRun(problem);
    const { slots, movesBound, unplaced } = await repairPlan(
      problem,
      current.filter(({ runId }) => cohortOf.has(runId)),
      {
        seconds,
        isCancelled: signals.isCancelled,
        onProgress: signals.onProgress,
        onFound: (found) => signals.onFound?.({ ...found, boundCents: null }),
      },
      open.filter(({ runId }) => cohortOf.has(runId)),
    );
    return { slots, movesBound, unplaced, boundCents: null };
  }
  const toFound = ({ slots, boundCents, unplaced }: YearSoFar): FoundPlan => ({
    slots,
    unplaced,
    boundCents: Number.isFinite(boundCents) ? boundCents : null,
    movesBound: null,
  });
  const { isCancelled, onProgress, onFound } = signals;
  return toFound(
    await planYear(problem, {
      seconds,
      gap,
      isCancelled,
      onProgress,
      onFound: (found) => onFound?.(toFound(found)),
    }),
  );
}

const cohortsByRun = (problem: PlanningProblem): ReadonlyMap<string, string> =>
  new Map(problem.runs.map(({ id, cohortId }) => [id, cohortId]));

/** What cohorts left out of the search keep, half-days without trainer or room too: others cannot take it. */
const listOf = (
  { problem, current, open }: SearchRequest,
  shortages: ReadonlyMap<string, unknown>,
): readonly OpenSlot[] => {
  const cohortOf = cohortsByRun(problem);
  return [...current.map(toOpen), ...open].filter(({ runId }) =>
    shortages.has(cohortOf.get(runId) ?? ''),
  );
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
  slots: readonly PlanSlot[],
  limits: ExplainLimits,
): Promise<DescribedConflict | null> {
  const alone = keepCohorts(problem, [cohortId], slots);
  const outside = new Set(problem.bookings);
  const conflict = await explainConflict(
    alone,
    cohortId,
    limits,
    alone.bookings.filter((booking) => !outside.has(booking)),
  );
  return conflict && describeConflict(alone, conflict);
}
