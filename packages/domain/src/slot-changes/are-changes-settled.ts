const MINUTE = 60_000;
const QUIET = 10 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;

/** When the first and the last change that nobody was told of were made, in milliseconds. */
export interface PendingChanges {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether those concerned can be told now: whoever corrects a calendar makes several changes, so one
 * mail waits for ten quiet minutes, and an hour at most.
 */
export const areChangesSettled = ({ first, last }: PendingChanges, now: number): boolean =>
  now - last >= QUIET || now - first >= LONGEST_WAIT;
