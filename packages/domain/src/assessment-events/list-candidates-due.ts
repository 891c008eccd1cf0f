import type { AssessmentResult } from '../assessments/assess.ts';
import type { TrainingStay } from '../assessments/check-attempt.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import { nameAssessment } from '../assessments/name-assessment.ts';
import { blockRuleSource, findBlock } from '../assessments/rule-source.ts';
import type { Assessment, CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { countNoun, formatDay, joinWords } from '../french-format.ts';
import { lastRefusal, summariseLearnerBlock } from '../juries/last-refusal.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision, Reason } from '../reason.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** What is known of somebody who may be a candidate of an assessment event. */
export interface AssessedLearner {
  readonly enrolmentId: string;
  readonly name: string;
  readonly framework: Framework;
  /** Attempts in force. */
  readonly results: readonly AssessmentResult[];
  readonly credentials: readonly HeldCredential[];
  /** Decisions of closed sessions. */
  readonly verdicts: readonly {
    readonly blockCode: string;
    readonly decision: BlockDecision;
    readonly decidedOn: PlainDate;
    readonly jurySessionId: string | null;
  }[];
  readonly stay: TrainingStay;
  /** Day on which a jury acquired the block; `null` while it has not. */
  readonly blockAcquiredOn: PlainDate | null;
  /** Épreuves of the block that another event to come has for them. */
  readonly plannedCodes: readonly string[];
}

/** `due` is proposed; `optional` could sit, and needs not; `not_due` has nothing to sit. */
export const candidateOutcomes = ['due', 'optional', 'not_due'] as const;
export type CandidateOutcome = (typeof candidateOutcomes)[number];

export interface CandidateDue extends Decision<CandidateOutcome> {
  readonly enrolmentId: string;
  readonly name: string;
  /** A jury has refused the block, or an épreuve of it was failed. */
  readonly isResit: boolean;
  /** Épreuves to sit, in the block's order; `[]` when nothing is. */
  readonly assessmentCodes: readonly string[];
}

/**
 * Who is to be assessed on a block, and in which épreuves: those not acquired yet, the failed ones
 * alone for who sits again unless the version asks for the whole block (Q2). An épreuve that a
 * credential stands for is not sat (S1:L155). A proposal: a person decides who comes.
 * @param heldOn day of the event
 * @param today results and credentials of later days are ignored
 * @throws RangeError when a learner's version has no such block
 */
export const listCandidatesDue = (
  learners: readonly AssessedLearner[],
  blockCode: string,
  heldOn: PlainDate,
  today: PlainDate,
): readonly CandidateDue[] =>
  learners.map((learner) => judgeCandidate(learner, blockCode, heldOn, today));

function judgeCandidate(
  learner: AssessedLearner,
  blockCode: string,
  heldOn: PlainDate,
  today: PlainDate,
): CandidateDue {
  const block = findBlock(learner.framework, blockCode);
  const { enrolmentId, name } = learner;
  const refusedOn = lastRefusal(learner.verdicts, blockCode, null);
  const summary = summariseLearnerBlock(learner, block, today, null);
  const isResit = refusedOn !== null || summary.failed.length > 0;
  const nothing = (reasons: readonly Reason[]): CandidateDue => ({
    enrolmentId,
    name,
    isResit,
    outcome: 'not_due',
    assessmentCodes: [],
    reasons,
  });
  const obstacle = findObstacle(learner, block, heldOn);
  if (obstacle) return nothing([obstacle]);
  const sat = listToSit(learner, block, summary, isResit);
  const exhausted = sat.filter((one) => isExhausted(learner, one));
  const planned = sat.filter(({ code }) => learner.plannedCodes.includes(code));
  const open = sat.filter((one) => !exhausted.includes(one) && !planned.includes(one));
  const asides = [...tellExhausted(learner, block, exhausted), ...tellPlanned(block, planned)];
  if (open.length === 0) return nothing([...asides, tellNothing(block, sat)]);
  const isEnough = summary.acquired >= summary.required && summary.mandatoryMissing.length === 0;
  return {
    enrolmentId,
    name,
    isResit,
    outcome: isEnough && refusedOn === null ? 'optional' : 'due',
    assessmentCodes: open.map(({ code }) => code),
    reasons: [
      tellDue(block, open, isResit, refusedOn),
      ...(isEnough ? [tellEnough(learner.framework, block, summary.acquired)] : []),
      ...asides,
    ],
  };
}

function findObstacle(
  { blockAcquiredOn, stay }: AssessedLearner,
  { code }: CompetenceBlock,
  heldOn: PlainDate,
): Reason | null {
  if (blockAcquiredOn !== null)
    return unmet(
      'assessment-event.block-open',
      `Bloc ${code} acquis au jury du ${formatDay(blockAcquiredOn)} : rien à passer.`,
      'S1:L176',
    );
  if (stay.startsOn > heldOn)
    return unmet(
      'assessment-event.in-training',
      `N’entre en formation que le ${formatDay(stay.startsOn)}.`,
      'Q18',
    );
  if (stay.state !== 'withdrawn') return null;
  return unmet('assessment-event.in-training', 'A quitté la formation.', 'W3');
}

/** What is not acquired; all of the block again where the version says so (Q2). */
function listToSit(
  { framework }: AssessedLearner,
  block: CompetenceBlock,
  { details }: ReturnType<typeof summariseLearnerBlock>,
  isResit: boolean,
): readonly Assessment[] {
  const isWhole = isResit && framework.resit.scope === 'whole_block';
  return block.assessments.filter(
    ({ code, credentialCode }) =>
      credentialCode === null &&
      (isWhole || details.some((detail) => detail.code === code && detail.state !== 'acquired')),
  );
}

const isExhausted = ({ framework, results }: AssessedLearner, { code }: Assessment): boolean => {
  const { maxAttempts } = framework.resit;
  if (maxAttempts === null) return false;
  return results.filter(({ assessmentCode }) => assessmentCode === code).length >= maxAttempts;
};

const namesOf = (block: CompetenceBlock, assessments: readonly Assessment[]): string =>
  joinWords(assessments.map((one) => nameAssessment(block, one)));

function tellDue(
  block: CompetenceBlock,
  open: readonly Assessment[],
  isResit: boolean,
  refusedOn: PlainDate | null,
): Reason {
  const refusal = refusedOn ? `Non acquis au jury du ${formatDay(refusedOn)}. ` : '';
  return {
    rule: 'assessment-event.assessments-due',
    met: true,
    facts: `${refusal}À ${isResit ? 'repasser ou à passer' : 'passer'} : ${namesOf(block, open)}.`,
    source: isResit ? 'Q2' : 'S1:L178',
  };
}

const tellEnough = (framework: Framework, block: CompetenceBlock, acquired: number): Reason =>
  unmet(
    'assessment-event.still-needed',
    `${countNoun(acquired, 'épreuve acquise', 'épreuves acquises')} sur ${block.assessments.length}, il en faut ${block.requiredAssessments} : le reste n’est pas nécessaire.`,
    blockRuleSource(framework, block),
  );

const tellNothing = (block: CompetenceBlock, toSit: readonly Assessment[]): Reason =>
  unmet(
    'assessment-event.assessments-due',
    toSit.length === 0
      ? `Toutes les épreuves du bloc ${block.code} qui se passent en séance sont acquises.`
      : 'Aucune autre épreuve à passer.',
    'S1:L174',
  );

const tellExhausted = (
  { framework }: AssessedLearner,
  block: CompetenceBlock,
  assessments: readonly Assessment[],
): readonly Reason[] =>
  assessments.length === 0
    ? []
    : [
        unmet(
          'assessment-event.attempts-left',
          `${namesOf(block, assessments)} : ${countNoun(framework.resit.maxAttempts ?? 0, 'passage')} au plus, tous faits.`,
          'Q2',
        ),
      ];

const tellPlanned = (
  block: CompetenceBlock,
  assessments: readonly Assessment[],
): readonly Reason[] =>
  assessments.length === 0
    ? []
    : [
        unmet(
          'assessment-event.planned-once',
          `${namesOf(block, assessments)} : déjà prévu à une autre séance.`,
          'S1:L178',
        ),
      ];

const unmet = (rule: string, facts: string, source: string): Reason => ({
  rule,
  met: false,
  facts,
  source,
});
