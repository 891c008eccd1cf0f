import type { SignedAppraisal } from '../appraisals/check-tutor-condition.ts';
import type { AssessmentResult } from '../assessments/assess.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import { addUpHours, type ItemMinutes } from '../attendance/add-up-hours.ts';
import type { LearnerHours } from '../attendance/compute-hours.ts';
import type { Dispensation } from '../dispensations/dispensation.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { PlainDate } from '../plain-date.ts';
import { type BlockCell, type BlockRecord, describeBlockCell } from './describe-block-cell.ts';
import { attendanceWarningRate } from './list-missing.ts';

/** All that is recorded of one enrolment, and that its line of the board is made of. */
export interface LearnerFacts {
  readonly items: readonly ItemMinutes[];
  readonly dispensations: readonly Pick<
    Dispensation,
    'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'
  >[];
  readonly appraisals: readonly SignedAppraisal[];
  readonly results: readonly AssessmentResult[];
  readonly credentials: readonly HeldCredential[];
  /** The last decision of a closed jury for each block that has one. */
  readonly decisions: readonly (BlockRecord & { readonly blockCode: string })[];
  /** Day of the next evaluation of each block that has one ahead. */
  readonly nextEvaluations: readonly { readonly blockCode: string; readonly on: PlainDate }[];
  readonly nextJuryOn: PlainDate | null;
  readonly tutorName: string | null;
}

export interface LearnerLine {
  readonly hours: LearnerHours;
  /** One cell a block, in the framework's order. */
  readonly cells: readonly BlockCell[];
  /** Every block is acquired or ready: nothing keeps the learner from the jury. */
  readonly isReady: boolean;
  /** A block misses something, or was refused, or the attendance rate is below 80 % (Q13). */
  readonly isAtRisk: boolean;
}

const settled: readonly BlockCell['state'][] = ['acquired', 'ready'];
const worrying: readonly BlockCell['state'][] = [
  'missing',
  'not_acquired',
  'not_acquired_proposed',
];

/** One line of the readiness board: the hours, a cell a block, and whether the learner is ready. */
export function describeLearner(
  framework: Framework,
  facts: LearnerFacts,
  today: PlainDate,
): LearnerLine {
  const hours = addUpHours({ framework, ...facts });
  const cells = framework.blocks.map((block, index) => {
    const { due = 0, done = 0, waived = 0 } = hours.blocks[index] ?? {};
    return describeBlockCell({
      framework,
      block,
      hours: { due, done },
      appraisals: facts.appraisals,
      results: facts.results,
      credentials: facts.credentials,
      decision: facts.decisions.find(({ blockCode }) => blockCode === block.code) ?? null,
      dispensedMinutes: waived,
      nextEvaluationOn:
        facts.nextEvaluations.find(({ blockCode }) => blockCode === block.code)?.on ?? null,
      nextJuryOn: facts.nextJuryOn,
      tutorName: facts.tutorName,
      today,
    });
  });
  return {
    hours,
    cells,
    isReady: cells.length > 0 && cells.every(({ state }) => settled.includes(state)),
    isAtRisk: cells.some(({ state }) => worrying.includes(state)) || isRateLow(hours.rate),
  };
}

/** Below the centre's warning rate; never for a rate that no slot makes yet (8.1 a). */
export const isRateLow = (rate: number | null): boolean =>
  rate !== null && rate < attendanceWarningRate;
