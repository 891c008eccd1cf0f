import type { Finding } from '../finding.ts';
import { isSameItem } from '../frameworks/list-programme.ts';
import { addDays, latestDay, type PlainDate } from '../plain-date.ts';
import { findEarlyEvaluations } from './evaluation-order.ts';
import {
  type CalendarProposal,
  type CalendarRequest,
  generateCalendar,
  type ProposedSlot,
} from './generate-calendar.ts';

/** A half-day that the cohort already has. */
export interface ExistingSlot extends ProposedSlot {
  readonly id: string;
  /** Attendance or a signature stands on it: no new calendar touches it. */
  readonly isRecorded: boolean;
  /** A person locked it: no new calendar moves it. */
  readonly isLocked: boolean;
}

/** How to get from the present calendar to the proposed one with the fewest changes. */
export interface CalendarChange {
  readonly proposal: CalendarProposal;
  /** Past, today’s, recorded or locked: they stay whatever the rhythm says. */
  readonly kept: readonly ExistingSlot[];
  /** Yet to come, and proposed again at the same moment. */
  readonly unchanged: readonly ExistingSlot[];
  /** Same module, another moment: trainer, room and mode go along. */
  readonly moved: readonly { readonly slot: ExistingSlot; readonly to: ProposedSlot }[];
  readonly added: readonly ProposedSlot[];
  readonly removed: readonly ExistingSlot[];
  /** What the new calendar leaves to be seen to. */
  readonly findings: readonly Finding[];
}

/**
 * Proposes the calendar again: what took place and what carries attendance stays, the rest of the
 * hours is placed from tomorrow on (from the cohort's start while nothing has taken place). The
 * present slots of a module are moved before any is added or removed.
 */
export function replanCalendar(
  request: CalendarRequest,
  existing: readonly ExistingSlot[],
  today: PlainDate,
): CalendarChange {
  const kept = existing.filter((slot) => slot.isRecorded || slot.isLocked || slot.date <= today);
  const hasStarted = kept.some((slot) => slot.date <= today);
  const startsOn = hasStarted ? latestDay(request.startsOn, addDays(today, 1)) : request.startsOn;
  const proposal = generateCalendar({ ...request, startsOn, kept });
  const free = existing.filter((slot) => !kept.includes(slot)).toSorted(inTime);
  const unchanged = free.filter((slot) => proposal.slots.some((other) => isSameSlot(slot, other)));
  const displaced = free.filter((slot) => !unchanged.includes(slot));
  const open = proposal.slots.filter((slot) => !unchanged.some((same) => isSameSlot(same, slot)));
  const fixed = kept.map((slot) => ({ ...slot, isPast: slot.isRecorded || slot.date <= today }));
  const findings = findEarlyEvaluations(fixed, proposal.slots);
  return { proposal, kept, unchanged, ...pair(displaced, open), findings };
}

function pair(
  displaced: readonly ExistingSlot[],
  open: readonly ProposedSlot[],
): Pick<CalendarChange, 'moved' | 'added' | 'removed'> {
  const waiting = [...open];
  const moved: { slot: ExistingSlot; to: ProposedSlot }[] = [];
  const removed: ExistingSlot[] = [];
  for (const slot of displaced) {
    const index = waiting.findIndex((other) => isSameItem(other, slot));
    const [to] = index === -1 ? [] : waiting.splice(index, 1);
    if (to === undefined) removed.push(slot);
    else moved.push({ slot, to });
  }
  return { moved, added: waiting, removed };
}

const isSameSlot = (a: ProposedSlot, b: ProposedSlot): boolean =>
  isSameItem(a, b) && a.date === b.date && a.startsAt === b.startsAt && a.minutes === b.minutes;

const inTime = (a: ProposedSlot, b: ProposedSlot): number =>
  a.date.localeCompare(b.date) || a.startsAt - b.startsAt;
