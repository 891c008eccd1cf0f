import { groupBy } from '../group-by.ts';
import { compareStarts } from './plan-calendar.ts';
import type { PlanSlot } from './planning-problem.ts';

/** A half-day that stands in a calendar; trainer and room may still be missing. */
export interface StandingSlot extends Omit<PlanSlot, 'trainerId' | 'roomId'> {
  readonly id: string;
  readonly trainerId: string | null;
  readonly roomId: string | null;
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
  const before = new Map(standing.map((slot) => [momentKey(slot), slot]));
  const after = new Set(planned.map(momentKey));
  const leaving = standing
    .filter((slot) => !after.has(momentKey(slot)))
    .toSorted(compareStarts)
    .values();
  const changes = planned.toSorted(compareStarts).map((to): SlotChange => {
    const same = before.get(momentKey(to));
    if (same)
      return { kind: isStaffedAlike(same, to) ? 'kept' : 'restaffed', id: same.id, from: same, to };
    const from = leaving.next().value;
    if (from) return { kind: 'moved', id: from.id, from, to };
    return { kind: 'added', id: `${to.runId}/${to.date}/${to.startsAt}`, from: null, to };
  });
  return [
    ...changes,
    ...[...leaving].map((from) => ({ kind: 'removed' as const, id: from.id, from, to: null })),
  ];
}

const momentKey = ({ date, startsAt, minutes }: Pick<PlanSlot, 'date' | 'startsAt' | 'minutes'>) =>
  `${date} ${startsAt} ${minutes}`;

const isStaffedAlike = (
  a: Pick<StandingSlot, 'trainerId' | 'roomId'>,
  b: Pick<StandingSlot, 'trainerId' | 'roomId'>,
): boolean => a.trainerId === b.trainerId && a.roomId === b.roomId;

const momentOf = ({ from, to }: SlotChange) => to ?? from ?? { date: '', startsAt: 0 };
