/** One of the minutes of a session: number 1 closes it, those after rectify it. */
export interface MinutesOfSession {
  readonly number: number;
  /** They have changed decisions: once they have, they stay in force. */
  readonly isInForce: boolean;
}

const isRectifying = ({ number }: MinutesOfSession): boolean => number > 1;

/**
 * Whether later minutes were drawn up before these, which rectify, were in force: nobody signs them
 * any more (DOMAIN 4.6). The first minutes are never replaced.
 */
export const isReplaced = (
  minutes: MinutesOfSession,
  series: readonly MinutesOfSession[],
): boolean =>
  isRectifying(minutes) &&
  !minutes.isInForce &&
  series.some(({ number }) => number > minutes.number);

/** The rectifying minutes that still wait for the jury's signatures; `null` for none. */
export function findAwaitedRectification<Minutes extends MinutesOfSession>(
  series: readonly Minutes[],
): Minutes | null {
  const last = series.toSorted((a, b) => a.number - b.number).at(-1);
  return last !== undefined && isRectifying(last) && !last.isInForce ? last : null;
}
