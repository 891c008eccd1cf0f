import type { PlanRun, PlanSlot } from './planning-problem.ts';

/** What locked half-days hold of a run, and what they leave to place. */
export interface LeftOfRun {
  readonly locked: readonly PlanSlot[];
  /** Minutes of each half-day still to place; `[]` when locks hold the whole of the run. */
  readonly minutesLeft: readonly number[];
  /** How many of these are held at a distance. */
  readonly remoteLeft: number;
}

/**
 * What is left to place of a run beside the half-days of `locked` that are its own (DOMAIN 12). A lock of
 * another length leaves the hours that it does not hold.
 */
export function leaveLocked(run: PlanRun, all: readonly PlanSlot[]): LeftOfRun {
  const locked = all.filter(({ runId }) => runId === run.id);
  const left = [...run.slotMinutes];
  let odd = 0;
  for (const { minutes } of locked) {
    const index = left.indexOf(minutes);
    if (index === -1) odd += minutes;
    else left.splice(index, 1);
  }
  const minutesLeft = odd === 0 ? left : cutAgain(run, sum(left) - odd);
  const remoteHeld = locked.filter(({ roomId }) => roomId === null).length;
  const remoteLeft = Math.max(0, (run.remoteHalfDays ?? 0) - remoteHeld);
  return { locked, minutesLeft, remoteLeft: Math.min(remoteLeft, minutesLeft.length) };
}

/** Full half-days, then the rest. */
function cutAgain({ slotMinutes }: PlanRun, minutes: number): readonly number[] {
  const longest = Math.max(...slotMinutes);
  const full = Math.floor(minutes / longest);
  const rest = minutes - full * longest;
  if (minutes <= 0) return [];
  return [...Array.from({ length: full }, () => longest), ...(rest > 0 ? [rest] : [])];
}

const sum = (minutes: readonly number[]): number => minutes.reduce((total, one) => total + one, 0);
