import type { Finding } from '../finding.ts';
import type {
  Assessment,
  AssessmentTarget,
  CompetenceBlock,
  Framework,
} from '../frameworks/framework.ts';
import type { PlainDate } from '../plain-date.ts';
import { type HeldCredential, longestCredential } from './credentials.ts';

/**
 * What an examiner wrote down for one attempt at an épreuve. The keys of `marks` are those of
 * `marksExpected`: criterion codes; the competence code for a targeted competence without criteria;
 * the assessment code for an épreuve without targets. Marks are yes or no, never out of 20
 * (S1:L174).
 */
export interface AssessmentResult {
  readonly assessmentCode: string;
  /** 1 for the first time the épreuve is sat. */
  readonly attempt: number;
  readonly heldOn: PlainDate;
  readonly marks: Marks;
}

export type Marks = Readonly<Record<string, boolean>>;

/** One yes-or-no question of an épreuve's form. */
export interface ExpectedMark {
  readonly key: string;
  /** `null` when the épreuve targets no competence and is marked as a whole. */
  readonly competenceCode: string | null;
  /** The criterion's text; `null` when a whole competence or épreuve is marked. */
  readonly criterion: string | null;
}

export const assessmentStates = ['acquired', 'failed', 'missing'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export interface BlockAssessments {
  readonly acquired: number;
  readonly required: number;
  readonly total: number;
  /** Codes of épreuves not taken yet, or not fully marked, or whose credential is not held. */
  readonly missing: readonly string[];
  /** Codes of épreuves taken and not acquired. */
  readonly failed: readonly string[];
  /** Codes of mandatory épreuves that are not acquired, whether missing or failed. */
  readonly mandatoryMissing: readonly string[];
  /** Every épreuve in the framework's order, with the keys not satisfied at the latest attempt. */
  readonly details: readonly AssessmentDetail[];
}

export interface AssessmentDetail {
  readonly code: string;
  readonly state: AssessmentState;
  readonly unsatisfied: readonly string[];
}

/** The marks that the form of an épreuve asks for; none when a credential stands for it. */
export function marksExpected(assessment: Assessment): readonly ExpectedMark[] {
  if (assessment.credentialCode !== null) return [];
  if (assessment.targets.length === 0) {
    return [{ key: assessment.code, competenceCode: null, criterion: null }];
  }
  return assessment.targets.flatMap(marksOfTarget);
}

function marksOfTarget({ competenceCode, criteria }: AssessmentTarget): ExpectedMark[] {
  if (criteria.length === 0) return [{ key: competenceCode, competenceCode, criterion: null }];
  return criteria.map(({ code, text }) => ({ key: code, competenceCode, criterion: text }));
}

/** A competence is mastered when all of its criteria are satisfied (S1:L174). */
export function isCompetenceMastered(target: AssessmentTarget, marks: Marks): boolean {
  if (target.criteria.length === 0) return marks[target.competenceCode] === true;
  return target.criteria.every(({ code }) => marks[code] === true);
}

/**
 * An épreuve is acquired when every competence it targets is mastered (S1:L174). One that a
 * credential stands for is acquired as soon as the attestation is recorded (S1:L155): whether it is
 * still valid later is a condition of the certificate, not of the épreuve (DOMAIN 13).
 */
export function isAssessmentAcquired(
  assessment: Assessment,
  result: AssessmentResult | null,
  isCredentialHeld: boolean,
): boolean {
  if (assessment.credentialCode !== null) return isCredentialHeld;
  if (result === null) return false;
  if (assessment.targets.length === 0) return result.marks[assessment.code] === true;
  return assessment.targets.every((target) => isCompetenceMastered(target, result.marks));
}

/** What a version asks of who sits a block again, and since when one does. */
export interface BlockResit {
  readonly scope: Framework['resit']['scope'];
  /** Day on which a jury last refused the block (`lastRefusal`); `null` when none has. */
  readonly refusedOn: PlainDate | null;
}

/**
 * Where a learner stands on a block's épreuves on `onDate`; results and credentials of later days
 * are ignored. An épreuve acquired at any attempt stays acquired, otherwise the latest attempt
 * counts (S1:L176). Where the version has the whole block sat again, the latest attempt alone counts,
 * and what was sat up to the jury's refusal counts no more (Q2).
 */
export function summariseBlockAssessments(
  block: CompetenceBlock,
  results: readonly AssessmentResult[],
  credentials: readonly HeldCredential[],
  onDate: PlainDate,
  resit: BlockResit,
): BlockAssessments {
  const counting = resultsThatCount(results, onDate, resit);
  const details = block.assessments.map((assessment) =>
    describeAssessment(assessment, counting, credentials, onDate),
  );
  const codesIn = (state: AssessmentState) =>
    details.filter((detail) => detail.state === state).map(({ code }) => code);
  const acquired = codesIn('acquired');
  return {
    acquired: acquired.length,
    required: block.requiredAssessments,
    total: block.assessments.length,
    missing: codesIn('missing'),
    failed: codesIn('failed'),
    mandatoryMissing: block.assessments
      .filter(({ code, mandatory }) => mandatory && !acquired.includes(code))
      .map(({ code }) => code),
    details,
  };
}

function resultsThatCount(
  results: readonly AssessmentResult[],
  onDate: PlainDate,
  { scope, refusedOn }: BlockResit,
): readonly AssessmentResult[] {
  const held = results.filter(({ heldOn }) => heldOn <= onDate);
  if (scope !== 'whole_block') return held;
  const since = held.filter(({ heldOn }) => refusedOn === null || heldOn > refusedOn);
  return since.filter(
    (result) =>
      !since.some(
        ({ assessmentCode, attempt }) =>
          assessmentCode === result.assessmentCode && attempt > result.attempt,
      ),
  );
}

function describeAssessment(
  assessment: Assessment,
  results: readonly AssessmentResult[],
  credentials: readonly HeldCredential[],
  onDate: PlainDate,
): AssessmentDetail {
  const { code, credentialCode } = assessment;
  if (credentialCode !== null) {
    const isHeld = longestCredential(credentialCode, credentials, onDate) !== null;
    return { code, state: isHeld ? 'acquired' : 'missing', unsatisfied: [] };
  }
  let latest: AssessmentResult | null = null;
  for (const result of results) {
    if (result.assessmentCode !== code) continue;
    if (isAssessmentAcquired(assessment, result, false)) {
      return { code, state: 'acquired', unsatisfied: [] };
    }
    if (latest === null || result.attempt > latest.attempt) latest = result;
  }
  if (latest === null) return { code, state: 'missing', unsatisfied: [] };
  const { marks } = latest;
  const keys = marksExpected(assessment).map(({ key }) => key);
  const unsatisfied = keys.filter((key) => marks[key] === false);
  // A form with blanks and no refusal is not a failure: the examiner has not finished.
  return { code, state: unsatisfied.length > 0 ? 'failed' : 'missing', unsatisfied };
}

/**
 * Marks that the épreuve does not ask for, and marks it asks for that are absent. Paths are JSON
 * pointers into `marks`.
 */
export function checkMarks(assessment: Assessment, marks: Marks): readonly Finding[] {
  const expected = marksExpected(assessment).map(({ key }) => key);
  const unknown = Object.keys(marks).filter((key) => !expected.includes(key));
  const missing = expected.filter((key) => !Object.hasOwn(marks, key));
  return [
    ...unknown.map((key) =>
      markError(
        'marks.unknown-key',
        key,
        `« ${key} » n’est pas un critère de cette épreuve. Retirez cette réponse.`,
      ),
    ),
    ...missing.map((key) =>
      markError(
        'marks.missing-key',
        key,
        'Ce critère n’a pas de réponse. Indiquez « satisfait » ou « non satisfait ».',
      ),
    ),
  ];
}

const markError = (rule: string, key: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  message,
  source: 'S1:L174',
});
