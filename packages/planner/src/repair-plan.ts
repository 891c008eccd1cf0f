import {
  checkPlan,
  compareStarts,
  groupBy,
  isBrokenAlone,
  type PlanningProblem,
  type PlanSlot,
} from '@jalon/domain';
import { chooseRooms } from './choose-rooms.ts';
import { listSlots } from './list-slots.ts';
import { loadSolver } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import { placeCohort } from './place-cohort.ts';
import { keepKey } from './placement.ts';
import { Availability, type CohortChoice, indexCohorts } from './problem-index.ts';

export interface RepairLimits {
  readonly seconds: number;
  readonly isCancelled?: () => boolean;
}

/** A half-day that changes: day, hour, trainer or room. */
export interface PlanMove {
  readonly from: PlanSlot;
  readonly to: PlanSlot;
}

export interface PlanRepair {
  /** `partial`: cohorts of `unplaced` keep their old half-days, broken as they are. */
  readonly status: 'complete' | 'partial';
  readonly slots: readonly PlanSlot[];
  readonly moves: readonly PlanMove[];
  /** No repair changes fewer half-days: so many cannot stay as they are, whatever else moves. */
  readonly movesBound: number;
  readonly unplaced: readonly string[];
}

/**
 * Repairs a plan after an absence, a closed room or a lost day with the fewest half-days changed.
 * `problem` is what holds now; its locked half-days (the past, and those that a person locked)
 * stay. Cohorts that nothing breaks are not touched.
 */
export async function repairPlan(
  problem: PlanningProblem,
  current: readonly PlanSlot[],
  limits: RepairLimits,
): Promise<PlanRepair> {
  const highs = await loadSolver();
  const end = Date.now() + limits.seconds * 1000;
  const { broken, impossible } = findBroken(problem, current);
  const cohortOf = new Map(problem.runs.map(({ id, cohortId }) => [id, cohortId]));
  const plans = new Map(groupBy(current, ({ runId }) => cohortOf.get(runId) ?? ''));
  const availability = new Availability();
  const unplaced: string[] = [];
  const place = (choice: CohortChoice): readonly PlanSlot[] | null => {
    const { id } = choice.cohort;
    const occupancy = new Occupancy(problem.bookings);
    for (const [other, slots] of plans) if (other !== id) occupancy.add(slots);
    occupancy.add(choice.runs.flatMap(({ locked }) => locked));
    const rooms = new Map(
      (plans.get(id) ?? []).map((one) => [keepKey(one.runId, one, one.trainerId), one.roomId]),
    );
    const found = placeCohort(
      highs,
      {
        problem,
        choice,
        availability,
        occupancy,
        trainersOf: new Map(),
        others: [...plans.values()].flat(),
        kept: new Set(rooms.keys()),
      },
      {
        seconds: Math.max(0.5, (end - Date.now()) / 1000),
        gap: 0.001,
        isCancelled: limits.isCancelled ?? (() => false),
      },
    );
    if (found.status !== 'solved') return null;
    const roomed = chooseRooms(choice, found.placements, occupancy, availability, (placement) =>
      rooms.get(keepKey(placement.runId, placement.moment, placement.trainerId)),
    );
    return roomed && listSlots(choice, roomed);
  };
  const sound = current.filter((slot) => !broken.has(slot));
  const narrow = indexCohorts({ ...problem, locked: [...new Set([...problem.locked, ...sound])] });
  const wide = indexCohorts(problem);
  for (const [index, choice] of narrow.entries()) {
    const { id } = choice.cohort;
    const own = plans.get(id) ?? [];
    if (!own.some((slot) => broken.has(slot))) continue;
    // Only what is broken moves; the rest of the cohort gives way when that is not enough.
    const whole = wide[index];
    const slots = place(choice) ?? (whole ? place(whole) : null);
    if (slots) plans.set(id, slots);
    else unplaced.push(id);
  }
  const slots = [...plans.values()].flat();
  return {
    status: unplaced.length === 0 ? 'complete' : 'partial',
    slots,
    moves: listMoves(current, slots),
    movesBound: impossible,
    unplaced,
  };
}

/** Half-days that cannot stay, and how many of them whatever becomes of the others. */
function findBroken(problem: PlanningProblem, current: readonly PlanSlot[]) {
  const broken = new Set<PlanSlot>();
  const alone = new Set<PlanSlot>();
  for (const finding of checkPlan(problem, current)) {
    const slot = current[Number(finding.path.split('/')[1] ?? Number.NaN)];
    if (!slot) continue;
    broken.add(slot);
    if (isBrokenAlone(finding)) alone.add(slot);
  }
  return { broken, impossible: alone.size };
}

/** Which half-days changed: those that are in one plan only, paired run by run in order. */
export function listMoves(
  before: readonly PlanSlot[],
  after: readonly PlanSlot[],
): readonly PlanMove[] {
  const key = (one: PlanSlot) =>
    `${keepKey(one.runId, one, one.trainerId)} ${one.roomId} ${one.minutes}`;
  const kept = new Set(before.map(key));
  const stays = new Set(after.map(key).filter((one) => kept.has(one)));
  const leave = groupBy(
    before.filter((one) => !stays.has(key(one))).toSorted(compareStarts),
    ({ runId }) => runId,
  );
  const arrive = groupBy(
    after.filter((one) => !stays.has(key(one))).toSorted(compareStarts),
    ({ runId }) => runId,
  );
  return [...arrive].flatMap(([runId, slots]) =>
    slots.flatMap((to, index) => {
      const from = leave.get(runId)?.[index];
      return from ? [{ from, to }] : [];
    }),
  );
}
