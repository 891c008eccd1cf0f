import { groupBy } from '../group-by.ts';
import { compareStarts } from './plan-calendar.ts';
import type { PlanSlot } from './planning-problem.ts';

/** A half-day that stands in a calendar; trainer and room may still be missing. */
export interface StandingSlot extends Omit<PlanSlot, 'trainerId' | 'roomId'> {
  readonly id: string;
  readonly trainerId: string | null;
  readonly roomId: string | null;
  /** Held at a distance: it has no room and needs none. */
  readonly isRemote: boolean;
}

/** What a plan does to one half-day of the calendars. */
export interface SlotChange {
  /**
   * `kept`: the same half-day, trainer and room; `restaffed`: the same half-day with another trainer
   * or room; `moved`: another moment.
   */
  readonly kind: 'kept' | 'restaffed' | 'moved' | 'added' | 'removed';
  /** The slot's id, or a name made of the plan for one that is added. */
  readonly id: string;
  /** What stands; `null` when added. */
  readonly from: StandingSlot | null;
  /** What is planned; `null` when removed. */
  readonly to: PlanSlot | null;
}

/**
 * How a plan differs from the calendars, run by run, with the fewest changes: a half-day at the
 * same moment stays, the others are paired in order of time, what is left is added or removed.
 */
export function comparePlans(
  standing: readonly StandingSlot[],
  planned: readonly PlanSlot[],
): readonly SlotChange[] {
  const before = groupBy(standing, ({ runId }) => runId);
  const after = groupBy(planned, ({ runId }) => runId);
  const runIds = [...new Set([...before.keys(), ...after.keys()])];
  return runIds.flatMap((runId) =>
    compareRun(before.get(runId) ?? [], after.get(runId) ?? []).toSorted((a, b) =>
      compareStarts(momentOf(a), momentOf(b)),
    ),
  );
}

function compareRun(
  standing: readonly StandingSlot[],
  planned: readonly PlanSlot[],
): readonly SlotChange[] {
  const before = new Map(standing.map((slot) => [slotKey(slot), slot]));
  const after = new Set(planned.map(slotKey));
  const leaving = standing.filter((slot) => !after.has(slotKey(slot))).toSorted(compareStarts);
  const arriving = planned.filter((slot) => !before.has(slotKey(slot))).toSorted(compareStarts);
  const origins = pairUp(leaving, arriving);
  const changes = planned.toSorted(compareStarts).map((to): SlotChange => {
    const from = before.get(slotKey(to)) ?? origins.get(to);
    if (from) return { kind: kindOf(from, to), id: from.id, from, to };
    return { kind: 'added', id: `${to.runId}/${to.date}/${to.startsAt}`, from: null, to };
  });
  const moved = new Set(origins.values());
  return [
    ...changes,
    ...leaving
      .filter((from) => !moved.has(from))
      .map((from) => ({ kind: 'removed' as const, id: from.id, from, to: null })),
  ];
}

/** In order of time; what is held at a distance goes on so, as far as the plan has as many of it. */
function pairUp(
  leaving: readonly StandingSlot[],
  arriving: readonly PlanSlot[],
): ReadonlyMap<PlanSlot, StandingSlot> {
  const left = [...leaving];
  const origins = new Map<PlanSlot, StandingSlot>();
  for (const isAlike of [true, false])
    for (const to of arriving.filter((one) => !origins.has(one))) {
      const at = left.findIndex((from) => isHeldRemotely(from) === isHeldRemotely(to) || !isAlike);
      const [from] = at === -1 ? [] : left.splice(at, 1);
      if (from) origins.set(to, from);
    }
  return origins;
}

function kindOf(from: StandingSlot, to: PlanSlot): 'kept' | 'restaffed' | 'moved' {
  if (momentKey(from) !== momentKey(to)) return 'moved';
  const isAlike = slotKey(from) === slotKey(to);
  return isAlike && from.trainerId === to.trainerId && from.roomId === to.roomId
    ? 'kept'
    : 'restaffed';
}

/** Whether a half-day is held at a distance: one of a plan says so by having no room. */
export const isHeldRemotely = (slot: StandingSlot | PlanSlot): boolean =>
  'isRemote' in slot ? slot.isRemote : slot.roomId === null;

const momentKey = ({ date, startsAt, minutes }: Pick<PlanSlot, 'date' | 'startsAt' | 'minutes'>) =>
  `${date} ${startsAt} ${minutes}`;

const slotKey = (slot: StandingSlot | PlanSlot): string =>
  `${momentKey(slot)} ${isHeldRemotely(slot)}`;

const momentOf = ({ from, to }: SlotChange) => to ?? from ?? { date: '', startsAt: 0 };
