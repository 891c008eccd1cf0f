import type { SignedAppraisal } from './appraisals/check-tutor-condition.ts';
import type { AssessmentResult } from './assessments/assess.ts';
import { credentialExpiry, type HeldCredential } from './assessments/credentials.ts';
import { findBlock } from './assessments/rule-source.ts';
import { afgsu1 } from './frameworks/data/cqp-am.ts';
import { cqpAm40913LeMans } from './frameworks/data/cqp-am-40913-lemans.ts';
import type { PlainDate } from './plain-date.ts';
import type { AppraisalLevel } from './vocabulary.ts';

/** Records on the Le Mans framework for tests: a block, épreuve results, an appraisal, an AFGSU. */
export const leMans = cqpAm40913LeMans;

export const blockOf = (code: string) => findBlock(leMans, code);

/**
 * One result for each letter, in the order of the block's épreuves: `+` all marks satisfied, `-`
 * none, `.` not taken. The AFGSU épreuve takes no letter.
 */
export function resultsOf(
  blockCode: string,
  letters: string,
  heldOn: PlainDate = '2026-11-02',
  attempt = 1,
): AssessmentResult[] {
  const { assessments } = blockOf(blockCode);
  return [...letters].flatMap((letter, index) => {
    const assessment = assessments[index];
    if (!assessment || letter === '.') return [];
    const marks = assessment.targets.map(({ competenceCode }) => [competenceCode, letter === '+']);
    return [{ assessmentCode: assessment.code, attempt, heldOn, marks: Object.fromEntries(marks) }];
  });
}

/** An appraisal with one level for all competences of the block, save those in `others`. */
export const appraisalOf = (
  blockCode: string,
  level: AppraisalLevel,
  signedOn: PlainDate = '2026-11-09',
  others: Record<string, AppraisalLevel> = {},
): SignedAppraisal => ({
  blockCode,
  signedOn,
  signerName: 'Dr Hélène Ferrand',
  origin: 'tutor',
  ratings: {
    ...Object.fromEntries(blockOf(blockCode).competences.map(({ code }) => [code, level])),
    ...others,
  },
});

export const afgsuObtained = (obtainedOn: PlainDate): HeldCredential => ({
  credentialCode: afgsu1.code,
  obtainedOn,
  expiresOn: credentialExpiry(afgsu1, obtainedOn),
});
