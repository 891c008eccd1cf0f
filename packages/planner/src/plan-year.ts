import {
  type Booking,
  listWeeklyMinimums,
  type PlanningProblem,
  type PlanScore,
  type PlanSlot,
  scorePlan,
  type WeeklyMinimum,
} from '@jalon/domain';
import type { Highs } from 'highs';
import { assignTrainers, type TrainerAssignment } from './assign-trainers.ts';
import { chooseRooms } from './choose-rooms.ts';
import { listSlots } from './list-slots.ts';
import { type Attempt, listAttempts, listImprovements } from './list-teams.ts';
import { loadSolver, type SolveLimits } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import { placeCohort } from './place-cohort.ts';
import { momentKey } from './placement.ts';
import { Availability, type CohortChoice, indexCohorts } from './problem-index.ts';

/** How far a search is. Cents; `best` is null until every cohort has a plan. */
export interface PlanProgress {
  readonly phase: 'trainers' | 'calendar' | 'improvement' | 'repair';
  readonly cohortsPlaced: number;
  readonly cohortCount: number;
  /** No plan costs less; `null` for a repair, which is not priced. */
  readonly boundCents: number | null;
  readonly bestCents: number | null;
}

export interface PlanLimits {
  readonly seconds: number;
  /** Stop once the plan is proven within this share of the best possible, e.g. 0.01. */
  readonly gap: number;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Told what there is each time a cohort gets a plan or a better one. */
  readonly onFound?: (found: YearSoFar) => void;
}

export interface YearSoFar {
  readonly slots: readonly PlanSlot[];
  /** No plan can cost less, in cents. */
  readonly boundCents: number;
  /** Ids of cohorts that could not be placed. */
  readonly unplaced: readonly string[];
}

export interface PlannedYear extends YearSoFar {
  /** `partial`: some cohorts have no plan, those of `unplaced`. */
  readonly status: 'complete' | 'partial';
  readonly score: PlanScore;
  /** (score − bound) / score: what is not proven. Says nothing of a partial plan. */
  readonly gap: number;
}

/**
 * Plans every cohort of the problem. First who teaches what (its bound holds for any plan), then
 * cohort after cohort, the fullest first, then again those that came out dearest while time is
 * left. Cancelled, it answers with the best that it has.
 */
export async function planYear(problem: PlanningProblem, limits: PlanLimits): Promise<PlannedYear> {
  const search = new YearSearch(await loadSolver(), problem, limits);
  search.placeAll();
  search.improve();
  return search.describe();
}

/** Of each solve that places a cohort. */
type PlaceLimits = Pick<SolveLimits, 'seconds' | 'gap'>;

class YearSearch {
  private readonly cohorts: readonly CohortChoice[];
  private readonly availability = new Availability();
  private readonly minimums: readonly WeeklyMinimum[];
  private readonly end: number;
  private readonly assignment: TrainerAssignment;
  private readonly placed = new Map<string, readonly PlanSlot[]>();

  constructor(
    private readonly highs: Highs,
    private readonly problem: PlanningProblem,
    private readonly limits: PlanLimits,
  ) {
    this.cohorts = indexCohorts(problem);
    this.minimums = listWeeklyMinimums(problem);
    this.end = Date.now() + limits.seconds * 1000;
    const { cohorts, availability } = this;
    this.assignment = assignTrainers(
      highs,
      { problem, cohorts, availability, grain: 'week' },
      { seconds: this.secondsLeft() / 3, gap: limits.gap / 4, isCancelled: () => this.isOver() },
    );
    this.report('trainers');
  }

  /** The fullest cohorts first; one that finds no room makes another give way, once each. */
  placeAll(): void {
    const waiting = this.cohorts.toSorted(
      (a, b) => longestRun(b) - longestRun(a) || slackOf(a) - slackOf(b),
    );
    for (const [index, choice] of waiting.entries()) {
      if (this.isOver()) return;
      const seconds = (1.5 * this.secondsLeft()) / (waiting.length - index);
      if (!this.place(choice, { seconds, gap: this.limits.gap / 2 })) this.makeRoom(choice);
      this.report('calendar');
    }
  }

  /** Places a cohort where another one was, then that one again around it. */
  private makeRoom(choice: CohortChoice): void {
    const limits = { seconds: this.secondsLeft() / 10, gap: this.limits.gap };
    for (const [cohortId, slots] of [...this.placed]) {
      if (this.isOver()) return;
      const other = this.cohorts.find(({ cohort }) => cohort.id === cohortId);
      if (!other) continue;
      this.placed.delete(cohortId);
      if (this.place(choice, limits) && this.place(other, limits)) return;
      this.placed.delete(choice.cohort.id);
      this.placed.set(cohortId, slots);
    }
  }

  /** Places the dearest cohorts again, with more freedom, until it is good enough. */
  improve(): void {
    const order = this.cohorts
      .map((choice) => ({ choice, excess: this.excessOf(choice) }))
      .sort((a, b) => b.excess - a.excess);
    const attempts = listImprovements(this.assignment.trainersOf);
    const turns = Math.min(10, order.length * attempts.length);
    const limits = { seconds: this.limits.seconds / turns, gap: this.limits.gap / 4 };
    for (const { choice } of order)
      for (const attempt of attempts) {
        if (this.isOver() || this.gapOf(this.score) <= this.limits.gap) return;
        this.placeAgain(choice, limits, attempt);
        this.report('improvement');
      }
  }

  /** Keeps what was placed unless the whole comes out cheaper. */
  private placeAgain(choice: CohortChoice, limits: PlaceLimits, attempt: Attempt): void {
    const { score } = this;
    const before = this.placed.get(choice.cohort.id);
    const isPlaced = this.place(choice, limits, [attempt]);
    if (before && (!isPlaced || this.score.cents > score.cents))
      this.placed.set(choice.cohort.id, before);
  }

  describe(): PlannedYear {
    const { score, soFar } = this;
    return {
      ...soFar,
      status: soFar.unplaced.length === 0 ? 'complete' : 'partial',
      score,
      gap: this.gapOf(score),
    };
  }

  private get soFar(): YearSoFar {
    const ids = this.cohorts.map(({ cohort }) => cohort.id);
    return {
      slots: this.slots,
      boundCents: this.assignment.boundCents,
      unplaced: ids.filter((id) => !this.placed.has(id)),
    };
  }

  /** Makes one attempt after the other until one holds. */
  private place(
    choice: CohortChoice,
    { seconds, gap }: PlaceLimits,
    attempts?: readonly Attempt[],
  ): boolean {
    const { problem, availability, highs, minimums } = this;
    const held = this.listHeldWithout(choice.cohort.id);
    const occupancy = new Occupancy(held);
    const wanted = this.sumWanted(choice);
    const others = this.slots;
    const limitSolve = (share = 1): SolveLimits => ({
      seconds: Math.min(seconds * share, this.secondsLeft()),
      gap,
      isCancelled: () => this.isOver(),
    });
    const around = { problem, choice, availability, occupancy };
    const first = this.assignment.trainersOf;
    for (const attempt of attempts ?? listAttempts(highs, { ...around, held, first }, limitSolve)) {
      if (this.isOver()) return false;
      const request = { ...around, ...attempt, wanted, others, minimums };
      const found = placeCohort(highs, request, limitSolve(shareTime(attempt)));
      const roomed =
        found.status === 'solved'
          ? chooseRooms(choice, found.placements, occupancy, availability)
          : null;
      if (roomed === null) continue;
      this.placed.set(choice.cohort.id, listSlots(choice, roomed));
      return true;
    }
    return false;
  }

  /** At each half-day, the share of it that every cohort still to place will want on average. */
  private sumWanted(choice: CohortChoice): ReadonlyMap<string, number> {
    const wanted = new Map<string, number>();
    for (const other of this.cohorts) {
      if (other === choice || this.placed.has(other.cohort.id)) continue;
      const share = 1 - slackOf(other) / other.moments.length;
      for (const moment of other.moments) {
        wanted.set(momentKey(moment), (wanted.get(momentKey(moment)) ?? 0) + share);
      }
    }
    return wanted;
  }

  /** What everything but the cohort's own plan holds; locked half-days are held from the start. */
  private listHeldWithout(cohortId: string): readonly Booking[] {
    return [
      ...this.problem.bookings,
      ...this.cohorts.flatMap(({ cohort, runs }): readonly Booking[] => {
        const placed = cohort.id === cohortId ? undefined : this.placed.get(cohort.id);
        return placed ?? runs.flatMap(({ locked }) => locked);
      }),
    ];
  }

  /** What the cohort's own plan costs beyond the trainers' pay. */
  private excessOf({ cohort }: CohortChoice): number {
    const { cents, costs } = scorePlan(this.problem, this.placed.get(cohort.id) ?? []);
    return cents - (costs.find(({ rule }) => rule === 'cost')?.cents ?? 0);
  }

  private get score(): PlanScore {
    return scorePlan(this.problem, this.slots);
  }

  /** What is placed; of a cohort that is not, what is locked. */
  private get slots(): readonly PlanSlot[] {
    return this.cohorts.flatMap(
      ({ cohort, runs }) => this.placed.get(cohort.id) ?? runs.flatMap(({ locked }) => locked),
    );
  }

  private gapOf({ cents }: PlanScore): number {
    return (cents - this.assignment.boundCents) / cents;
  }

  private secondsLeft(): number {
    return Math.max(0, (this.end - Date.now()) / 1000);
  }

  private isOver(): boolean {
    return this.secondsLeft() === 0 || (this.limits.isCancelled?.() ?? false);
  }

  private report(phase: PlanProgress['phase']): void {
    const isComplete = this.placed.size === this.cohorts.length;
    this.limits.onProgress?.({
      phase,
      cohortsPlaced: this.placed.size,
      cohortCount: this.cohorts.length,
      boundCents: this.assignment.boundCents,
      bestCents: isComplete ? this.score.cents : null,
    });
    this.limits.onFound?.(this.soFar);
  }
}

/** An attempt near the programme leaves time for those with more freedom. */
const shareTime = ({ reach = 1 }: Attempt): number => (reach < 1 ? 0.5 : 1);

/** Half-days of its longest run: the hardest to give to one trainer, so placed first. */
const longestRun = ({ runs }: CohortChoice): number =>
  Math.max(0, ...runs.map(({ run }) => run.slotMinutes.length));

/** Half-days to spare: then the tightest. */
const slackOf = ({ moments, runs }: CohortChoice): number =>
  moments.length - runs.reduce((sum, { run, share }) => sum + run.slotMinutes.length * share, 0);
