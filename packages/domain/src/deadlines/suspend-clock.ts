import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';

/** Days during which a clock stands still, both ends included, with the motive (DOMAIN 6, Q9). */
export interface DeadlineSuspension {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly motive: string;
}

/** A run of suspended days, both ends included. */
export interface SuspendedRun {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The union of suspensions as runs of days, in order, so that a day covered twice counts once.
 * @throws RangeError when one ends before it starts.
 */
export function mergeSuspensions(suspensions: readonly SuspendedRun[]): readonly SuspendedRun[] {
  const merged: SuspendedRun[] = [];
  const ordered = suspensions.toSorted((one, other) =>
    one.from === other.from ? 0 : one.from < other.from ? -1 : 1,
  );
  for (const { from, to } of ordered) {
    if (to < from) throw new RangeError(`Suspension ends on ${to}, before it starts on ${from}`);
    const last = merged.at(-1);
    if (!last || from > last.to) merged.push({ from, to });
    else if (to > last.to) merged[merged.length - 1] = { from: last.from, to };
  }
  return merged;
}

/**
 * Days by which the due day moves. A clock runs from its anchor to its due day, that day included;
 * days suspended before the anchor do not count. A run that begins while the clock still runs stops
 * it until the run ends, so the whole rest of the run counts, also what lies past the first due
 * day; and a later run counts too if it begins within the extension. `runs` come merged.
 */
export function suspendClock(
  anchorOn: PlainDate,
  originalDueOn: PlainDate,
  runs: readonly SuspendedRun[],
): number {
  let suspendedDays = 0;
  let dueOn = originalDueOn;
  for (const { from, to } of runs) {
    if (to < anchorOn) continue;
    if (from > dueOn) break;
    suspendedDays += daysBetween(from < anchorOn ? anchorOn : from, to) + 1;
    dueOn = addDays(originalDueOn, suspendedDays);
  }
  return suspendedDays;
}
