import { checkPlan, groupBy, type PlanningProblem, type PlanSession } from '@jalon/domain';
import { chooseRooms } from './choose-rooms.ts';
import { compareMoments, listSessions } from './list-sessions.ts';
import { loadSolver } from './mip.ts';
import { Occupancy } from './occupancy.ts';
import { keepKey, placeCohort } from './place-cohort.ts';
import { Availability, type CohortChoice, indexCohorts } from './problem-index.ts';

export interface RepairLimits {
  readonly seconds: number;
  readonly isCancelled?: () => boolean;
}

/** A half-day that changes: day, hour, trainer or room. */
export interface PlanMove {
  readonly from: PlanSession;
  readonly to: PlanSession;
}

export interface PlanRepair {
  /** `partial`: cohorts of `unplaced` keep their old half-days, broken as they are. */
  readonly status: 'complete' | 'partial';
  readonly sessions: readonly PlanSession[];
  readonly moves: readonly PlanMove[];
  /** No repair changes fewer half-days: so many cannot stay as they are, whatever else moves. */
  readonly movesBound: number;
  readonly unplaced: readonly string[];
}

/** Rules that a session breaks by itself, whatever becomes of the others. */
const brokenAlone =
  /^plan\.(not-on-|trainer-works|trainer-qualified|room-open|room-fits|names-known|within-cohort|before-limit)/;

/**
 * Repairs a plan after an absence, a closed room or a lost day with the fewest half-days changed.
 * `problem` is what holds now; its locked half-days (the past, and those that a person locked)
 * stay. Cohorts that nothing breaks are not touched.
 */
export async function repairPlan(
  problem: PlanningProblem,
  current: readonly PlanSession[],
  limits: RepairLimits,
): Promise<PlanRepair> {
  const highs = await loadSolver();
  const end = Date.now() + limits.seconds * 1000;
  const { broken, impossible } = findBroken(problem, current);
  const cohortOf = new Map(problem.courses.map(({ id, cohortId }) => [id, cohortId]));
  const plans = new Map(groupBy(current, ({ courseId }) => cohortOf.get(courseId) ?? ''));
  const availability = new Availability();
  const unplaced: string[] = [];
  const place = (choice: CohortChoice): readonly PlanSession[] | null => {
    const { id } = choice.cohort;
    const occupancy = new Occupancy(problem.bookings);
    for (const [other, sessions] of plans) if (other !== id) occupancy.add(sessions);
    occupancy.add(choice.courses.flatMap(({ locked }) => locked));
    const rooms = new Map(
      (plans.get(id) ?? []).map((one) => [keepKey(one.courseId, one, one.trainerId), one.roomId]),
    );
    const found = placeCohort(
      highs,
      {
        problem,
        choice,
        availability,
        occupancy,
        trainersOf: new Map(),
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
      rooms.get(keepKey(placement.courseId, placement.moment, placement.trainerId)),
    );
    return roomed && listSessions(choice, roomed);
  };
  const sound = current.filter((session) => !broken.has(session));
  const narrow = indexCohorts({ ...problem, locked: [...new Set([...problem.locked, ...sound])] });
  const wide = indexCohorts(problem);
  for (const [index, choice] of narrow.entries()) {
    const { id } = choice.cohort;
    const own = plans.get(id) ?? [];
    if (!own.some((session) => broken.has(session))) continue;
    // Only what is broken moves; the rest of the cohort gives way when that is not enough.
    const whole = wide[index];
    const sessions = place(choice) ?? (whole ? place(whole) : null);
    if (sessions) plans.set(id, sessions);
    else unplaced.push(id);
  }
  const sessions = [...plans.values()].flat();
  return {
    status: unplaced.length === 0 ? 'complete' : 'partial',
    sessions,
    moves: listMoves(current, sessions),
    movesBound: impossible,
    unplaced,
  };
}

/** Half-days that cannot stay, and how many of them whatever becomes of the others. */
function findBroken(problem: PlanningProblem, current: readonly PlanSession[]) {
  const broken = new Set<PlanSession>();
  const alone = new Set<PlanSession>();
  for (const { path, rule } of checkPlan(problem, current)) {
    const session = current[Number(path.split('/')[1] ?? Number.NaN)];
    if (!session) continue;
    broken.add(session);
    if (brokenAlone.test(rule)) alone.add(session);
  }
  return { broken, impossible: alone.size };
}

/** Which half-days changed: those that are in one plan only, paired course by course in order. */
export function listMoves(
  before: readonly PlanSession[],
  after: readonly PlanSession[],
): readonly PlanMove[] {
  const key = (one: PlanSession) =>
    `${keepKey(one.courseId, one, one.trainerId)} ${one.roomId} ${one.minutes}`;
  const kept = new Set(before.map(key));
  const stays = new Set(after.map(key).filter((one) => kept.has(one)));
  const leave = groupBy(
    before.filter((one) => !stays.has(key(one))).toSorted(compareMoments),
    ({ courseId }) => courseId,
  );
  const arrive = groupBy(
    after.filter((one) => !stays.has(key(one))).toSorted(compareMoments),
    ({ courseId }) => courseId,
  );
  return [...arrive].flatMap(([courseId, sessions]) =>
    sessions.flatMap((to, index) => {
      const from = leave.get(courseId)?.[index];
      return from ? [{ from, to }] : [];
    }),
  );
}
