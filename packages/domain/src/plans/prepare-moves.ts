import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { isAverage } from '../planning/average-rhythm.ts';
import { checkSlots, identify } from './check-slots.ts';
import { type PlacedSlot, placeSlots } from './index-problem.ts';
import type { PlanningProblem, PlanRun, PlanSlot } from './planning-problem.ts';
import { trainerWeek } from './week.ts';

/** Where and with whom a slot is held: what a person changes when they move it. */
export type PlanPlace = Pick<PlanSlot, 'date' | 'halfDay' | 'startsAt' | 'trainerId' | 'roomId'>;

/** A plan made ready for many questions about one slot of it moved elsewhere. */
export interface PreparedMoves {
  /**
   * The hard rules that the plan breaks once its slot of that index is held at that place, and did
   * not break before: those of `checkPlan` after the move, less those before it. `[]` when the slot
   * may go there.
   *
   * @throws RangeError when the plan has no such slot, or a day is not a real one.
   */
  conflictsOf(index: number, place: PlanPlace): readonly Finding[];

  /**
   * The same for a slot changed in any way, its run and its length included, or for one more slot
   * (`index` is `null`), whose path is then the first beyond the plan.
   *
   * @throws RangeError when the plan has no such slot, or a day is not a real one.
   */
  conflictsWith(index: number | null, slot: PlanSlot): readonly Finding[];
}

/**
 * Sorts a plan once by what its rules look at (run, cohort's day, trainer's week, room's day), so
 * that a move is judged by the few slots that it can touch. The rules themselves are `checkPlan`'s,
 * run on those slots before and after the move: what the others break is the same in both.
 *
 * @throws RangeError when a day of the plan or of the problem is not a real day.
 */
export function prepareMoves(problem: PlanningProblem, slots: readonly PlanSlot[]): PreparedMoves {
  const plan = sortPlan(problem, slots);
  const find = (index: number): PlacedSlot => {
    const placed = plan.placed[index];
    if (!placed) throw new RangeError(`No slot ${index} in a plan of ${slots.length}`);
    return placed;
  };
  const compare = (from: PlacedSlot | null, slot: PlanSlot): readonly Finding[] => {
    const to: PlacedSlot = { path: from?.path ?? `/${slots.length}`, slot };
    const places = from ? [from.slot, slot] : [slot];
    const near = listNear(plan, places);
    const part = narrowProblem(problem, near, places);
    const others = from ? near.map((one) => (one === from ? to : one)) : [...near, to];
    return subtract(checkSlots(part, others), checkSlots(part, near));
  };
  return {
    conflictsOf(index, { date, halfDay, startsAt, trainerId, roomId }) {
      const from = find(index);
      return compare(from, { ...from.slot, date, halfDay, startsAt, trainerId, roomId });
    },
    conflictsWith: (index, slot) => compare(index === null ? null : find(index), slot),
  };
}

interface SortedPlan {
  readonly placed: readonly PlacedSlot[];
  /** Rank of each slot in the plan: the rules read them in that order. */
  readonly ranks: ReadonlyMap<PlacedSlot, number>;
  readonly byRun: ReadonlyMap<string, readonly PlacedSlot[]>;
  readonly byCohortDay: ReadonlyMap<string, readonly PlacedSlot[]>;
  readonly byTrainerWeek: ReadonlyMap<string, readonly PlacedSlot[]>;
  readonly byRoomDay: ReadonlyMap<string, readonly PlacedSlot[]>;
  /** All the slots of a cohort whose rhythm is an average: each day counts for the others. */
  readonly byAverage: ReadonlyMap<string, readonly PlacedSlot[]>;
  readonly runs: ReadonlyMap<string, PlanRun>;
  /** The runs that come after a run, by its id. */
  readonly followers: ReadonlyMap<string, readonly string[]>;
}

function sortPlan(problem: PlanningProblem, slots: readonly PlanSlot[]): SortedPlan {
  const placed = placeSlots(slots);
  const runs = new Map(problem.runs.map((run) => [run.id, run]));
  const pairs = problem.runs.flatMap(({ id, after }) => after.map((earlier) => ({ id, earlier })));
  const followers = groupBy(pairs, ({ earlier }) => earlier);
  const average = new Set(problem.cohorts.filter(isAverage).map(({ id }) => id));
  return {
    placed,
    ranks: new Map(placed.map((one, rank) => [one, rank])),
    byRun: groupBy(placed, ({ slot }) => slot.runId),
    byCohortDay: groupBy(placed, ({ slot }) => cohortDay(runs.get(slot.runId)?.cohortId, slot)),
    byTrainerWeek: groupBy(placed, ({ slot }) => trainerWeek(slot)),
    byRoomDay: groupBy(placed, ({ slot }) => roomDay(slot)),
    byAverage: groupBy(
      placed.filter(({ slot }) => average.has(runs.get(slot.runId)?.cohortId ?? '')),
      ({ slot }) => runs.get(slot.runId)?.cohortId ?? '',
    ),
    runs,
    followers: new Map([...followers].map(([run, ones]) => [run, ones.map(({ id }) => id)])),
  };
}

type Held = Pick<PlanSlot, 'date'> & {
  readonly trainerId: string | null;
  readonly roomId: string | null;
};
const cohortDay = (cohortId: string | undefined, { date }: Held) => `${cohortId} ${date}`;
const roomDay = ({ roomId, date }: Held) => `${roomId} ${date}`;

/** Every slot that a rule reads together with the moved one, where it was or where it goes. */
function listNear(plan: SortedPlan, places: readonly PlanSlot[]): readonly PlacedSlot[] {
  const near = new Set(
    places
      .flatMap((slot) => {
        const run = plan.runs.get(slot.runId);
        const followers = plan.followers.get(slot.runId) ?? [];
        return [
          ...[slot.runId, ...(run?.after ?? []), ...followers, ...listShared(run)].map((id) =>
            plan.byRun.get(id),
          ),
          plan.byCohortDay.get(cohortDay(run?.cohortId, slot)),
          plan.byAverage.get(run?.cohortId ?? ''),
          plan.byTrainerWeek.get(trainerWeek(slot)),
          plan.byRoomDay.get(roomDay(slot)),
        ];
      })
      .flatMap((ones) => ones ?? []),
  );
  const rankOf = (one: PlacedSlot) => plan.ranks.get(one) ?? 0;
  return [...near].sort((a, b) => rankOf(a) - rankOf(b));
}

const listShared = (run: PlanRun | undefined): readonly string[] =>
  (run?.sharedWith ?? []).map(({ runId }) => runId);

/** The problem as far as these slots are concerned. */
function narrowProblem(
  problem: PlanningProblem,
  near: readonly PlacedSlot[],
  places: readonly PlanSlot[],
): PlanningProblem {
  const ids = new Set([...near.map(({ slot }) => slot), ...places].map(({ runId }) => runId));
  const weeks = new Set(places.map(trainerWeek));
  const days = new Set(places.map(roomDay));
  const same = new Set(places.map(identify));
  return {
    ...problem,
    runs: problem.runs.filter(({ id }) => ids.has(id)),
    bookings: problem.bookings.filter(
      (booking) => weeks.has(trainerWeek(booking)) || days.has(roomDay(booking)),
    ),
    locked: problem.locked.filter((lock) => same.has(identify(lock))),
  };
}

/** What is in `findings` more often than in `others`, in the order of `findings`. */
function subtract(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const spare = new Map<string, number>();
  for (const one of others) spare.set(tell(one), (spare.get(tell(one)) ?? 0) + 1);
  return findings.filter((one) => {
    const left = spare.get(tell(one)) ?? 0;
    spare.set(tell(one), left - 1);
    return left <= 0;
  });
}

const tell = ({ rule, path, message }: Finding): string => `${rule} ${path} ${message}`;
