import {
  type AssessmentResult,
  type BlockAssessments,
  summariseBlockAssessments,
} from '../assessments/assess.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

interface Verdict {
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  /** `null` for another centre's. */
  readonly jurySessionId: string | null;
}

/** A jury session that asks what was decided before it. */
export interface AskingSession {
  readonly id: string;
  readonly heldOn: PlainDate;
}

/**
 * The day on which a jury last refused a block; `null` for none. An adjournment judges nothing. What
 * the tutor had signed by then is to be signed anew (Q2). A session counts what the others refused
 * until its own day, and never its own decision; outside of any session every refusal counts, one of
 * today at once.
 * @param verdicts decisions of closed sessions, in any order
 * @param session the one that asks; `null` for where the learner stands now
 */
export function lastRefusal(
  verdicts: readonly Verdict[],
  blockCode: string,
  session: AskingSession | null,
): PlainDate | null {
  const days = verdicts
    .filter((one) => one.blockCode === blockCode && one.decision === 'not_acquired')
    .filter((one) => session === null || isEarlier(one, session))
    .map(({ decidedOn }) => decidedOn);
  return days.toSorted().at(-1) ?? null;
}

const isEarlier = ({ jurySessionId, decidedOn }: Verdict, { id, heldOn }: AskingSession): boolean =>
  jurySessionId !== id && decidedOn <= heldOn;

/**
 * Where a learner stands on a block's épreuves on `onDate`, by what their version asks of who sits a
 * block again (`summariseBlockAssessments`), now or for the session that asks.
 */
export function summariseLearnerBlock(
  learner: {
    readonly framework: Framework;
    readonly results: readonly AssessmentResult[];
    readonly credentials: readonly HeldCredential[];
    readonly verdicts: readonly Verdict[];
  },
  block: CompetenceBlock,
  onDate: PlainDate,
  session: AskingSession | null,
): BlockAssessments {
  const { framework, results, credentials, verdicts } = learner;
  return summariseBlockAssessments(block, results, credentials, onDate, {
    scope: framework.resit.scope,
    refusedOn: lastRefusal(verdicts, block.code, session),
  });
}
