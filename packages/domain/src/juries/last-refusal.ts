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
}

/**
 * The day on which a jury last refused a block before `onDate`; `null` for none. An adjournment
 * judges nothing. What the tutor had signed by then is to be signed anew (Q2).
 * @param verdicts decisions of closed sessions, in any order
 */
export function lastRefusal(
  verdicts: readonly Verdict[],
  blockCode: string,
  onDate: PlainDate,
): PlainDate | null {
  const days = verdicts
    .filter((one) => one.blockCode === blockCode && one.decision === 'not_acquired')
    .map(({ decidedOn }) => decidedOn)
    .filter((day) => day < onDate);
  return days.toSorted().at(-1) ?? null;
}

/**
 * Where a learner stands on a block's épreuves on `onDate`, by what their version asks of who sits a
 * block again (`summariseBlockAssessments`).
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
): BlockAssessments {
  const { framework, results, credentials, verdicts } = learner;
  return summariseBlockAssessments(block, results, credentials, onDate, {
    scope: framework.resit.scope,
    refusedOn: lastRefusal(verdicts, block.code, onDate),
  });
}
