import { checkTutorCondition, type SignedAppraisal } from '../appraisals/check-tutor-condition.ts';
import {
  type AssessmentResult,
  type BlockAssessments,
  summariseBlockAssessments,
} from '../assessments/assess.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import { nameAssessment } from '../assessments/name-assessment.ts';
import { blockRuleSource, findBlock } from '../assessments/rule-source.ts';
import type { Assessment, CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { countNoun, formatMinutes } from '../french-format.ts';
import type { HoursDone } from '../hours-done.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision, Reason } from '../reason.ts';
import type { BlockProposal } from '../vocabulary.ts';

/**
 * What the rule proposes to the jury for one block on `onDate` (DOMAIN 13, S1:L132–176): acquired
 * when enough épreuves are acquired, all mandatory ones among them, and the tutor's condition is
 * met; not acquired when nothing still missing could change that; else incomplete. Other blocks
 * never count: results do not compensate (S1:L176). The jury decides. A block without épreuve, as in
 * the FAE, asks for its hours instead when `hours` are given.
 * @throws RangeError when the framework version has no block of that code.
 */
export function proposeBlockResult(input: {
  readonly framework: Framework;
  readonly blockCode: string;
  readonly results: readonly AssessmentResult[];
  readonly appraisals: readonly SignedAppraisal[];
  readonly credentials: readonly HeldCredential[];
  readonly onDate: PlainDate;
  /** Day on which a jury last refused the block: the tutor appraises it anew (Q2). */
  readonly refusedOn?: PlainDate | null;
  readonly hours?: HoursDone;
}): Decision<BlockProposal> {
  const block = findBlock(input.framework, input.blockCode);
  const { framework, results, credentials, onDate, refusedOn = null } = input;
  const resit = { scope: framework.resit.scope, refusedOn };
  const summary = summariseBlockAssessments(block, results, credentials, onDate, resit);
  return proposeFromSummary({ ...input, block, summary });
}

/** The same proposal when the block's épreuves are summed up already, as on the board. */
export function proposeFromSummary(input: {
  readonly framework: Framework;
  readonly block: CompetenceBlock;
  readonly summary: BlockAssessments;
  readonly appraisals: readonly SignedAppraisal[];
  readonly onDate: PlainDate;
  /** Day on which a jury last refused the block: the tutor appraises it anew (Q2). */
  readonly refusedOn?: PlainDate | null;
  readonly hours?: HoursDone;
}): Decision<BlockProposal> {
  const { framework, block, summary } = input;
  const tutor = checkTutorCondition(input);
  const source = blockRuleSource(framework, block);
  const own =
    summary.total === 0
      ? [hoursReason(input.hours, source)]
      : assessmentReasons(summary, block, source);
  const reasons = [...own, ...tutor.reasons];
  if (reasons.every(({ met }) => met)) return { outcome: 'acquired', reasons };
  const isLost = tutor.outcome === 'not_met' || !canStillPass(summary);
  return { outcome: isLost ? 'not_acquired' : 'incomplete', reasons };
}

/** Whether the épreuves not taken yet would suffice if all were acquired. */
function canStillPass({ acquired, required, missing, mandatoryMissing }: BlockAssessments) {
  const isMandatoryOpen = mandatoryMissing.every((code) => missing.includes(code));
  return acquired + missing.length >= required && isMandatoryOpen;
}

function assessmentReasons(
  summary: BlockAssessments,
  block: CompetenceBlock,
  source: string,
): Reason[] {
  const count: Reason = {
    rule: 'assessments.required-count',
    met: summary.acquired >= summary.required,
    facts: describeCount(summary),
    source,
  };
  const mandatory = block.assessments.filter((assessment) => assessment.mandatory);
  return [
    count,
    ...mandatory.map((assessment) => mandatoryReason(block, assessment, summary, source)),
  ];
}

function hoursReason(hours: HoursDone | undefined, source: string): Reason {
  const progress = hours
    ? ` : ${formatMinutes(hours.done)} réalisées sur ${formatMinutes(hours.due)}`
    : '';
  return {
    rule: 'block.hours-done',
    met: hours === undefined || hours.missing === 0,
    facts: `Ce bloc ne comporte pas d’épreuve${progress}.`,
    source,
  };
}

/** « 2 épreuves acquises sur 4, il en faut 3. » */
function describeCount({ acquired, required, total, missing }: BlockAssessments): string {
  const taken = `${countNoun(acquired, 'épreuve acquise', 'épreuves acquises')} sur ${total}`;
  if (acquired >= required) return `${taken}, il en faut ${required}.`;
  const rest = missing.length > 0 ? ` ; ${missing.length} à passer` : '';
  return `${taken}, il en faut ${required}${rest}.`;
}

function mandatoryReason(
  block: CompetenceBlock,
  assessment: Assessment,
  summary: BlockAssessments,
  source: string,
): Reason {
  const { code } = assessment;
  const met = !summary.mandatoryMissing.includes(code);
  const name = `L’épreuve obligatoire « ${nameAssessment(block, assessment)} »`;
  return {
    rule: 'assessments.mandatory',
    met,
    facts: met ? `${name} est acquise.` : `${name} ${whyNotAcquired(assessment, summary)}.`,
    source,
  };
}

function whyNotAcquired({ code, credentialCode }: Assessment, { failed }: BlockAssessments) {
  if (credentialCode !== null) return 'manque : aucune attestation n’est enregistrée';
  return failed.includes(code) ? 'n’est pas acquise' : 'n’est pas encore passée';
}
