import { type Ratings, ratingsMissing } from '../appraisals/check-tutor-condition.ts';
import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';
import type { CompetenceBlock } from '../frameworks/framework.ts';
import { countNoun } from '../french-format.ts';

const source = 'DOMAIN 4.5';

const refuse = (rule: string, path: string, message: string): readonly Finding[] => [
  { rule, severity: 'error', path, message, source },
];

/** Whether a learner may write about their own competences: while in training (DOMAIN 4.5). */
export function checkSelfAssessing(enrolmentState: EnrolmentState): readonly Finding[] {
  if (enrolmentState === 'active') return [];
  return refuse(
    'self-assessment.in-training',
    '',
    'Votre formation est finie : ce que vous avez envoyé reste tel quel.',
  );
}

/**
 * Whether a self-assessment may be sent: every competence of the block has a level. It is read beside
 * the tutor's appraisal and counts in no proposal.
 */
export function checkSending(block: CompetenceBlock, ratings: Ratings): readonly Finding[] {
  const missing = ratingsMissing(block, ratings).length;
  if (missing === 0) return [];
  const rated = block.competences.length - missing;
  return refuse(
    'self-assessment.complete',
    '/ratings',
    `${countNoun(rated, 'compétence')} sur ${block.competences.length} : il en reste ${missing} avant d’envoyer.`,
  );
}
