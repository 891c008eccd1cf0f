import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/**
 * The day on which a jury last refused a block before `onDate`; `null` for none. An adjournment
 * judges nothing. What the tutor had signed by then is to be signed anew (Q2).
 * @param verdicts decisions of closed sessions, in any order
 */
export function lastRefusal(
  verdicts: readonly {
    readonly blockCode: string;
    readonly decision: BlockDecision;
    readonly decidedOn: PlainDate;
  }[],
  blockCode: string,
  onDate: PlainDate,
): PlainDate | null {
  const days = verdicts
    .filter((one) => one.blockCode === blockCode && one.decision === 'not_acquired')
    .map(({ decidedOn }) => decidedOn)
    .filter((day) => day < onDate);
  return days.toSorted().at(-1) ?? null;
}
