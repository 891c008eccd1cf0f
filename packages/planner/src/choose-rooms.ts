import { groupBy, type PlanRoom } from '@jalon/domain';
import type { Occupancy } from './occupancy.ts';
import type { Placement } from './placement.ts';
import type { Availability, CohortChoice } from './problem-index.ts';

export interface Roomed extends Placement {
  /** `null` when it is held at a distance. */
  readonly roomId: string | null;
}

/**
 * A room for each half-day that takes one, with the fewest changes: group by group, the cheapest way through the
 * free rooms from the first half-day to the last. A room that a half-day had before stays, if it
 * can. `null` when a half-day finds none.
 */
export function chooseRooms(
  choice: CohortChoice,
  placements: readonly Placement[],
  occupancy: Occupancy,
  availability: Availability,
  roomBefore: (placement: Placement) => string | undefined = () => undefined,
): readonly Roomed[] | null {
  const runs = new Map(choice.runs.map((run) => [run.run.id, run]));
  const groupOf = ({ runId }: Placement) => runs.get(runId)?.run.group ?? null;
  const ordered = placements
    .filter(({ isRemote }) => !isRemote)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const first = Math.min(...ordered.map((placement) => groupOf(placement) ?? 1));
  const lines = groupBy(ordered, (placement) => groupOf(placement) ?? first);
  const roomed: Roomed[] = placements
    .filter(({ isRemote }) => isRemote)
    .map((placement) => ({ ...placement, roomId: null }));
  for (const [, line] of [...lines].sort(([a], [b]) => a - b)) {
    const taken = new Set(roomed.map((one) => `${keyOf(one)} ${one.roomId}`));
    const steps = line.map((placement) => {
      const free = (runs.get(placement.runId)?.rooms ?? []).filter(
        (room) =>
          availability.isRoomOpen(room, placement.moment) &&
          occupancy.isFree(room.id, placement.moment) &&
          !taken.has(`${keyOf(placement)} ${room.id}`),
      );
      const same = free.filter(({ id }) => id === roomBefore(placement));
      return same.length > 0 ? same : free;
    });
    const path = findSteadiestPath(steps);
    if (path === null) return null;
    roomed.push(...line.map((placement, i) => ({ ...placement, roomId: path[i]?.id ?? '' })));
  }
  return roomed;
}

const keyOf = ({ moment }: Placement): string => `${moment.date} ${moment.startsAt + 1000}`;

/** One room a step with the fewest changes (Viterbi); `null` when a step has none. */
function findSteadiestPath(steps: readonly (readonly PlanRoom[])[]): readonly PlanRoom[] | null {
  let best = new Map<PlanRoom, { changes: number; path: readonly PlanRoom[] }>();
  for (const [index, rooms] of steps.entries()) {
    if (rooms.length === 0) return null;
    const cheapest = [...best.values()].sort((a, b) => a.changes - b.changes)[0];
    best = new Map(
      rooms.map((room) => {
        const stay = best.get(room);
        const from = stay && (!cheapest || stay.changes <= cheapest.changes + 1) ? stay : cheapest;
        const changes = (from?.changes ?? 0) + (from && from !== stay ? 1 : 0);
        return [room, { changes: index === 0 ? 0 : changes, path: [...(from?.path ?? []), room] }];
      }),
    );
  }
  return [...best.values()].sort((a, b) => a.changes - b.changes)[0]?.path ?? [];
}
