import type { Finding } from '../finding.ts';
import type { CompetenceBlock } from '../frameworks/framework.ts';
import { countNoun } from '../french-format.ts';
import type { Decision } from '../reason.ts';
import { type Ratings, ratingsMissing } from './check-tutor-condition.ts';

/** What was written beside the levels: a word for some competences, by code. */
export type Remarks = Readonly<Record<string, string>>;

const source = 'DOMAIN 4.5';

/**
 * Levels and remarks that name a competence which the block does not have: the framework version
 * alone says what is appraised. Paths are `/ratings/<code>` and `/comments/<code>`.
 */
export function checkRatings(
  block: CompetenceBlock,
  ratings: Ratings,
  remarks: Remarks = {},
): readonly Finding[] {
  const known = new Set(block.competences.map(({ code }) => code));
  const named = [
    ...Object.keys(ratings).map((code) => ({ code, path: `/ratings/${code}` })),
    ...Object.keys(remarks).map((code) => ({ code, path: `/comments/${code}` })),
  ];
  return named
    .filter(({ code }) => !known.has(code))
    .map(({ code, path }) => ({
      rule: 'appraisal.known-competence',
      severity: 'error',
      path,
      message: `La compétence ${code} n’est pas dans le bloc ${block.code}. Rechargez la page pour voir la liste à jour.`,
      source,
    }));
}

/** Whether an appraisal may be signed: every competence of the block has a level (DOMAIN 4.5, 13). */
export function checkSignature(
  block: CompetenceBlock,
  ratings: Ratings,
): Decision<'ready' | 'incomplete'> {
  const missing = ratingsMissing(block, ratings);
  const total = block.competences.length;
  const facts =
    missing.length === 0
      ? `Les ${countNoun(total, 'compétence')} du bloc ont un niveau.`
      : `${countNoun(total - missing.length, 'compétence')} sur ${total} : il en reste ${missing.length} avant de signer.`;
  return {
    outcome: missing.length === 0 ? 'ready' : 'incomplete',
    reasons: [{ rule: 'appraisal.complete', met: missing.length === 0, facts, source }],
  };
}
