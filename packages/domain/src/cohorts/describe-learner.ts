import type { AskedAppraisal } from '../appraisals/appraisal-standing.ts';
import type { SignedAppraisal } from '../appraisals/check-tutor-condition.ts';
import type { AssessmentResult } from '../assessments/assess.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import {
  computeHours,
  type HoursInput,
  type HoursRow,
  type LearnerHours,
} from '../attendance/compute-hours.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { PlainDate } from '../plain-date.ts';
import { type BlockCell, describeBlockCell } from './describe-block-cell.ts';
import { attendanceWarningRate } from './list-missing.ts';
import { type DecisionRecord, recordBlock } from './record-block.ts';

/** All that is recorded of one enrolment, and that its line of the board is made of. */
export interface LearnerFacts extends Omit<HoursInput, 'framework'> {
  readonly appraisals: readonly SignedAppraisal[];
  /** Requests to tutors that are not signed yet. */
  readonly asked: readonly AskedAppraisal[];
  readonly results: readonly AssessmentResult[];
  readonly credentials: readonly HeldCredential[];
  /** Every decision of closed juries, oldest first. */
  readonly decisions: readonly DecisionRecord[];
  /** The title is issued: what it rests on is held for good, however long blocks are kept. */
  readonly isCertified: boolean;
  /** Day of the next evaluation of each block that has one ahead. */
  readonly nextEvaluations: readonly { readonly blockCode: string; readonly on: PlainDate }[];
  readonly nextJuryOn: PlainDate | null;
  readonly tutorName: string | null;
}

export interface LearnerLine {
  readonly hours: LearnerHours;
  /** One cell a block, in the framework's order. */
  readonly cells: readonly BlockCell[];
  /** The jury has acquired every block: the learner has no jury to get ready for any more. */
  readonly isAcquired: boolean;
  /** Every block is acquired or ready, and one at least is left: nothing keeps it from the jury. */
  readonly isReady: boolean;
  /** Blocks are left and one misses something, or was refused, or the attendance rate is below 80 % (Q13). */
  readonly isAtRisk: boolean;
}

const settled: readonly BlockCell['state'][] = ['acquired', 'ready'];
const worrying: readonly BlockCell['state'][] = [
  'missing',
  'not_acquired',
  'not_acquired_proposed',
  'lapsed',
];

/** One line of the readiness board: the hours, a cell a block, and whether the learner is ready. */
export function describeLearner(
  framework: Framework,
  facts: LearnerFacts,
  today: PlainDate,
): LearnerLine {
  const hours = computeHours({ framework, ...facts });
  const retention = facts.isCertified ? null : framework.blockRetentionMonths;
  const cells = framework.blocks.map((block, index) => {
    const ofBlock = hours.blocks[index] ?? noHours;
    return describeBlockCell({
      framework,
      block,
      hours: ofBlock,
      appraisals: facts.appraisals,
      asked: facts.asked,
      results: facts.results,
      credentials: facts.credentials,
      decision: recordBlock(facts.decisions, block.code, retention, today),
      dispensedMinutes: ofBlock.waived,
      nextEvaluationOn:
        facts.nextEvaluations.find(({ blockCode }) => blockCode === block.code)?.on ?? null,
      nextJuryOn: facts.nextJuryOn,
      tutorName: facts.tutorName,
      today,
    });
  });
  const isAcquired = cells.length > 0 && cells.every(({ state }) => state === 'acquired');
  const isSettled = cells.length > 0 && cells.every(({ state }) => settled.includes(state));
  const isWorrying = cells.some(({ state }) => worrying.includes(state)) || isRateLow(hours);
  return {
    hours,
    cells,
    isAcquired,
    isReady: !isAcquired && isSettled,
    isAtRisk: !isAcquired && isWorrying,
  };
}

const noHours: HoursRow = { due: 0, done: 0, missing: 0, waived: 0, unsigned: 0 };

type Presence = Pick<LearnerHours, 'expectedMinutes' | 'attendedMinutes' | 'awaitingMinutes'>;

/**
 * Share of the expected half-days at which the learner was, 0 to 1; `null` while none makes a rate
 * (8.1 a). What waits for a trainer's signature is not held against the learner here: the sheet has
 * an alert of its own (8.1 b).
 */
export const presenceRate = ({
  expectedMinutes,
  attendedMinutes,
  awaitingMinutes,
}: Presence): number | null =>
  expectedMinutes === 0 ? null : (attendedMinutes + awaitingMinutes) / expectedMinutes;

/** Below the centre's warning rate (Q13: warn, never block). */
function isRateLow(hours: Presence): boolean {
  const rate = presenceRate(hours);
  return rate !== null && rate < attendanceWarningRate;
}
