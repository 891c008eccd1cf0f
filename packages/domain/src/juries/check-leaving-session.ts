import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/**
 * Whether a re-sit may be moved away from a session that is not closed (S1:L176): not once that
 * session has decided the block, nor when the candidate has no other block to sit there and the
 * session has decided something about them. Without an error, somebody with no other block to sit
 * there is no longer a candidate of it: a session asks for a decision on every block of a candidate
 * who presents none in particular.
 */
export function checkLeavingSession(input: {
  readonly candidateName: string;
  readonly heldOn: PlainDate;
  readonly blockCode: string;
  /** Other blocks that the candidate is registered to sit again in that session. */
  readonly otherBlockCodes: readonly string[];
  /** Blocks of the candidate that the session has decided. */
  readonly decidedBlockCodes: readonly string[];
}): readonly Finding[] {
  const { candidateName, blockCode, otherBlockCodes, decidedBlockCodes } = input;
  const rests =
    otherBlockCodes.length === 0
      ? decidedBlockCodes
      : decidedBlockCodes.filter((code) => code === blockCode);
  if (rests.length === 0) return [];
  return [
    {
      rule: 'resit.decided-there',
      severity: 'error',
      path: '/juryId',
      message: `Le jury du ${formatDay(input.heldOn)} a déjà pris une décision pour ${candidateName} (${rests.join(', ')}) : sa nouvelle présentation reste à cette session.`,
      source: 'S1:L176',
    },
  ];
}
