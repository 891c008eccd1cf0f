import {
  checkPlan,
  compareStarts,
  groupBy,
  identifySlot,
  isAhead,
  isBrokenAlone,
  isBrokenNow,
  isOddMoment,
  type PlanningProblem,
  type PlanSlot,
} from '@jalon/domain';
import { chooseRooms } from './choose-rooms.ts';
import { listSlots } from './list-slots.ts';
import { loadSolver } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import { placeCohort } from './place-cohort.ts';
import { keepKey } from './placement.ts';
import type { PlanProgress } from './plan-year.ts';
import { Availability, type CohortChoice, indexCohorts } from './problem-index.ts';

export interface RepairLimits {
  readonly seconds: number;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Told what there is each time a cohort is repaired, or cannot be; the others stand as they were. */
  readonly onFound?: (found: RepairSoFar) => void;
}

/** A repair as far as it has come. */
export type RepairSoFar = Pick<PlanRepair, 'slots' | 'movesBound' | 'unplaced'>;

/** A half-day that stands without a trainer, or without the room that it needs: its moment is known. */
export type OpenSlot = Pick<PlanSlot, 'runId' | 'date' | 'startsAt' | 'minutes'> & {
  readonly trainerId: string | null;
  readonly roomId: string | null;
  /** Held at a distance: a trainer is all that it lacks. */
  readonly isRemote: boolean;
};

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
  /** No repair changes fewer half-days: so many cannot stay as they are, or are missing. */
  readonly movesBound: number;
  readonly unplaced: readonly string[];
}

/**
 * Repairs a plan after an absence, a closed room or a lost day with the fewest half-days changed.
 * `problem` is what holds now; its locked half-days (the past, and those that a person locked)
 * stay, even one that no longer holds. Hours that are missing are placed; the half-days of `open`
 * get what they lack, at their moment if they can. Other cohorts are not touched.
 */
export async function repairPlan(
  problem: PlanningProblem,
  current: readonly PlanSlot[],
  limits: RepairLimits,
  open: readonly OpenSlot[] = [],
): Promise<PlanRepair> {
  const highs = await loadSolver();
  const end = Date.now() + limits.seconds * 1000;
  const { broken, odd, impossible } = findBroken(problem, current);
  const cohortOf = new Map(problem.runs.map(({ id, cohortId }) => [id, cohortId]));
  const plans = new Map(groupBy(current, ({ runId }) => cohortOf.get(runId) ?? ''));
  const openOf = new Map(groupBy(open, ({ runId }) => cohortOf.get(runId) ?? ''));
  const availability = new Availability();
  const unplaced: string[] = [];
  const today = current.filter((slot) => isStillToday(problem, slot)).map(giveAway);
  const place = (choice: CohortChoice, seconds: number): readonly PlanSlot[] | null => {
    const { id } = choice.cohort;
    const occupancy = new Occupancy(problem.bookings);
    for (const held of [plans, openOf])
      for (const [other, slots] of held) if (other !== id) occupancy.add(slots);
    occupancy.add(choice.runs.flatMap(({ locked }) => locked));
    const rooms = new Map(
      [...(plans.get(id) ?? []).map(toOpen), ...(openOf.get(id) ?? []), ...today].map((one) => [
        keepKey(one.runId, one, one.trainerId, one.isRemote),
        one.roomId ?? undefined,
      ]),
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
        seconds,
        gap: 0.001,
        isCancelled: limits.isCancelled ?? (() => false),
      },
    );
    if (found.status !== 'solved') return null;
    const roomed = chooseRooms(
      choice,
      found.placements,
      occupancy,
      availability,
      ({ runId, moment, trainerId }) =>
        rooms.get(keepKey(runId, moment, trainerId, false)) ??
        rooms.get(keepKey(runId, moment, null, false)),
    );
    return roomed && listSlots(choice, roomed);
  };
  // Only what is broken moves; then the rest of the cohort gives way, if that is not enough. Half-days
  // that only a person could put where they are give way last: nothing can be put back there.
  const sound = current.filter((slot) => !broken.has(slot));
  const tiers = [sound, ...(odd.size > 0 ? [[...odd]] : []), []].map((kept) =>
    indexCohorts({ ...problem, locked: joinSlots(problem.locked, kept) }),
  );
  let missing = 0;
  const soFar = (): RepairSoFar => ({
    slots: [...plans.values()].flat(),
    movesBound: impossible + missing,
    unplaced: [...unplaced],
  });
  const tellProgress = (cohortsPlaced: number): void =>
    limits.onProgress?.({
      phase: 'repair',
      cohortsPlaced,
      cohortCount: problem.cohorts.length,
      boundCents: null,
      bestCents: null,
    });
  tellProgress(0);
  for (const [index, { id }] of problem.cohorts.entries()) {
    const own = plans.get(id) ?? [];
    missing += countMissing(problem, id, own);
    const choices = tiers.flatMap((cohorts) => cohorts[index] ?? []);
    const isWhole = choices[0]?.runs.every(({ minutesLeft }) => minutesLeft.length === 0) ?? true;
    if (isWhole && !own.some((slot) => broken.has(slot))) continue;
    // Those after it have their time too, however hard this one is.
    const left = (end - Date.now()) / 1000 / (problem.cohorts.length - index);
    const until = Date.now() + left * 1000;
    const slots = choices.reduce<readonly PlanSlot[] | null>(
      (found, choice) => found ?? place(choice, Math.max(0.5, (until - Date.now()) / 1000)),
      null,
    );
    if (slots) {
      plans.set(id, slots);
      openOf.delete(id);
    } else unplaced.push(id);
    tellProgress(index + 1);
    limits.onFound?.(soFar());
  }
  const { slots } = soFar();
  return {
    status: unplaced.length === 0 ? 'complete' : 'partial',
    slots,
    moves: listMoves(current, slots),
    movesBound: impossible + missing,
    unplaced,
  };
}

const isStillToday = (problem: PlanningProblem, slot: PlanSlot): boolean =>
  problem.placeFrom !== null && slot.date < problem.placeFrom && isAhead(problem, slot);

/** Its learners are on their way: whoever takes it, it best stays where it is. */
const giveAway = (slot: PlanSlot): OpenSlot => ({ ...toOpen(slot), trainerId: null });

export const toOpen = (slot: PlanSlot): OpenSlot => ({ ...slot, isRemote: slot.roomId === null });

/** The same half-day in both lists is one. */
const joinSlots = (locked: readonly PlanSlot[], kept: readonly PlanSlot[]): readonly PlanSlot[] => [
  ...new Map([...locked, ...kept].map((slot) => [identifySlot(slot), slot])).values(),
];

/** Half-days that a cohort's runs ask for and that nothing complete holds. */
function countMissing(problem: PlanningProblem, cohortId: string, own: readonly PlanSlot[]) {
  const [choice] = indexCohorts({
    ...problem,
    cohorts: problem.cohorts.filter(({ id }) => id === cohortId),
    locked: own,
  });
  return (choice?.runs ?? []).reduce((total, { minutesLeft }) => total + minutesLeft.length, 0);
}

/**
 * Half-days that cannot stay, and how many of them whatever becomes of the others; and the `odd`
 * ones, where a plan would put none. A lock stays whatever it breaks: of two that clash, it is the
 * other one that moves.
 */
function findBroken(problem: PlanningProblem, current: readonly PlanSlot[]) {
  const locks = new Set(problem.locked.map(identifySlot));
  const isLocked = (slot: PlanSlot) => locks.has(identifySlot(slot));
  const ordered = current.toSorted((a, b) => Number(isLocked(b)) - Number(isLocked(a)));
  const broken = new Set<PlanSlot>();
  const alone = new Set<PlanSlot>();
  const odd = new Set<PlanSlot>();
  for (const finding of checkPlan(problem, ordered)) {
    const slot = ordered[Number(finding.path.split('/')[1] ?? Number.NaN)];
    if (!slot || isLocked(slot)) continue;
    if (isBrokenNow(finding)) broken.add(slot);
    else if (isOddMoment(finding)) odd.add(slot);
    if (isBrokenAlone(finding)) alone.add(slot);
  }
  for (const slot of ordered)
    if (slot.accepted && slot.accepted.length > 0 && !isLocked(slot)) odd.add(slot);
  for (const slot of broken) odd.delete(slot);
  return { broken, odd, impossible: alone.size };
}

/** Which half-days changed: those that are in one plan only, paired run by run in order. */
export function listMoves(
  before: readonly PlanSlot[],
  after: readonly PlanSlot[],
): readonly PlanMove[] {
  const key = (one: PlanSlot) =>
    `${keepKey(one.runId, one, one.trainerId, one.roomId === null)} ${one.roomId} ${one.minutes}`;
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
