import type { CalendarSlot, PlanChangeView } from '@jalon/contract';
import type { GridSlot } from '../../components/calendar/slot-chip.tsx';
import { sayUnusualTimes, toGridSlot } from '../../components/calendar/slot-words.ts';
import { changeWords, sayRoom, sayTrainer } from './plan-words.ts';

interface CalendarPair {
  /** What stands, with what leaves it struck through. */
  readonly before: readonly GridSlot[];
  /** What would stand once the chosen changes are accepted. */
  readonly after: readonly GridSlot[];
}

/**
 * A cohort's calendar as it stands, and as it would be with the changes that are chosen. A change
 * that is left out leaves its half-day where it was, on both sides.
 */
export function pairCalendars(
  standing: readonly CalendarSlot[],
  changes: readonly PlanChangeView[],
  refused: ReadonlySet<string>,
): CalendarPair {
  const chosen = new Map(
    changes.filter(({ id }) => !refused.has(id)).map((change) => [change.id, change]),
  );
  const stays = standing.filter(({ id }) => !chosen.has(id)).map(toGridSlot);
  const leaving = standing.flatMap((slot) => {
    const change = chosen.get(slot.id);
    return change ? [toLeaving(toGridSlot(slot), change)] : [];
  });
  return {
    before: inOrder([...stays, ...leaving]),
    after: inOrder([...stays, ...[...chosen.values()].flatMap(toComing)]),
  };
}

/** Of another trainer or room only: the half-day itself stays. */
const toLeaving = (slot: GridSlot, { kind }: PlanChangeView): GridSlot => ({
  ...slot,
  mark: changeWords[kind].word.toLowerCase(),
  isCancelled: kind !== 'restaffed',
});

function toComing({ id, kind, of, blockCode, name, to }: PlanChangeView): GridSlot[] {
  if (!to) return [];
  return [
    {
      key: id,
      date: to.date,
      halfDay: to.halfDay,
      kind: of,
      blockCode,
      name,
      facts: [sayUnusualTimes(to), sayTrainer(to), sayRoom(to)].filter(Boolean).join(' · '),
      mark: changeWords[kind].word.toLowerCase(),
      isChanged: true,
    },
  ];
}

const inOrder = (slots: readonly GridSlot[]): readonly GridSlot[] =>
  slots.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
