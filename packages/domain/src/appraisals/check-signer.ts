import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';
import { withDe } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { RequestEndReason } from '../vocabulary.ts';
import { checkBlockToAppraise } from './check-paper-form.ts';

const refuse = (
  rule: string,
  path: string,
  message: string,
  source: string,
): readonly Finding[] => [{ rule, severity: 'error', path, message, source }];

/**
 * Nobody signs for another (DOMAIN 4.5, 8.1): the name typed at the signature is that of who came in
 * by the link, capitals and accents aside.
 */
export function checkSigner(confirmedName: string, ownName: string): readonly Finding[] {
  const isSame =
    confirmedName.trim().localeCompare(ownName.trim(), 'fr', { sensitivity: 'base' }) === 0;
  if (isSame) return [];
  return refuse(
    'appraisal.signed-by-oneself',
    '/confirmedName',
    `La signature attendue ici est celle ${withDe(ownName)}. Si ce n’est pas vous, prévenez le centre.`,
    'DOMAIN 4.5 et 8.1',
  );
}

/**
 * Whether a tutor may begin another appraisal in the place of a signed one, which itself never
 * changes (DOMAIN 4.5): only the tutor in post (Q5), while no jury has acquired the block and the
 * learner is in training.
 */
export function checkCorrection(input: {
  /** Why nothing would be awaited from this tutor today; `null` while they are in post. */
  readonly end: RequestEndReason | null;
  /** Day on which a jury acquired the block; `null` while none has. */
  readonly acquiredOn: PlainDate | null;
  readonly enrolmentState: EnrolmentState;
}): readonly Finding[] {
  if (input.end !== null) {
    return refuse(
      'appraisal.corrected-by-tutor-in-post',
      '',
      'Vous n’êtes plus le tuteur de cette personne : son tuteur actuel donnera son avis.',
      'DOMAIN 4.5, Q5',
    );
  }
  if (input.acquiredOn !== null) return checkBlockToAppraise(input.acquiredOn);
  if (input.enrolmentState === 'active') return [];
  return refuse(
    'appraisal.corrected-in-training',
    '',
    'Cette personne n’est plus en formation : ce que vous avez signé reste tel quel.',
    'DOMAIN 4.5',
  );
}
