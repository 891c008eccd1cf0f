import { blockRuleSource } from '../assessments/rule-source.ts';
import type { Competence, CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision } from '../reason.ts';
import type { AppraisalLevel, AppraisalOrigin } from '../vocabulary.ts';

/** A signed appraisal of one block. Never changed: a new one supersedes it (DOMAIN 4.5). */
export interface SignedAppraisal {
  readonly blockCode: string;
  readonly signedOn: PlainDate;
  readonly signerName: string;
  readonly origin: AppraisalOrigin;
  /** Competence code → level; a competence without answer is absent. */
  readonly ratings: Ratings;
}

export type Ratings = Readonly<Record<string, AppraisalLevel>>;

export type TutorCondition = 'met' | 'not_met' | 'missing';

/** The levels as people read them. */
export const appraisalLevelNames: Record<AppraisalLevel, string> = {
  mastered: 'maîtrisée',
  in_progress: 'en cours d’acquisition',
  not_acquired: 'non acquise',
};

/**
 * The appraisal that counts for a block: the last one signed by `onDate` (DOMAIN 4.5). Of two
 * signed on the same day, the later in the list wins: pass them in the order of signing. What was
 * signed by the day of a refusal has been judged, and counts no more (Q2).
 * @param refusedOn day on which a jury last refused the block
 */
export function lastSignedAppraisal(
  appraisals: readonly SignedAppraisal[],
  blockCode: string,
  onDate: PlainDate,
  refusedOn: PlainDate | null = null,
): SignedAppraisal | null {
  let last: SignedAppraisal | null = null;
  for (const appraisal of appraisals) {
    if (appraisal.blockCode !== blockCode || appraisal.signedOn > onDate) continue;
    if (refusedOn !== null && appraisal.signedOn <= refusedOn) continue;
    if (last === null || appraisal.signedOn >= last.signedOn) last = appraisal;
  }
  return last;
}

/** Codes of the block's competences that have no level yet, in the framework's order. */
export const ratingsMissing = (block: CompetenceBlock, ratings: Ratings): readonly string[] =>
  block.competences.map(({ code }) => code).filter((code) => !Object.hasOwn(ratings, code));

/**
 * The tutor's condition of a block: every competence at a level that the framework accepts, none
 * missing (DOMAIN 4.2, S1:L132); for a block that a jury refused, in an appraisal signed since (Q2).
 * One level not accepted makes it `not_met` whatever is missing.
 */
export function checkTutorCondition(input: {
  readonly framework: Framework;
  readonly block: CompetenceBlock;
  readonly appraisals: readonly SignedAppraisal[];
  readonly onDate: PlainDate;
  /** Day on which a jury last refused the block; absent or `null` for none. */
  readonly refusedOn?: PlainDate | null;
}): Decision<TutorCondition> {
  const { framework, block, appraisals, onDate, refusedOn = null } = input;
  const source = blockRuleSource(framework, block);
  const decide = (outcome: TutorCondition, facts: string): Decision<TutorCondition> => ({
    outcome,
    reasons: [{ rule: 'appraisal.accepted-levels', met: outcome === 'met', facts, source }],
  });
  if (block.competences.length === 0) {
    return decide('met', 'Tuteur : aucune compétence n’est à apprécier dans ce bloc.');
  }
  const last = lastSignedAppraisal(appraisals, block.code, onDate, refusedOn);
  if (last === null) return decide('missing', describeAbsent(refusedOn));
  const refused = block.competences.filter(({ code }) =>
    isRefused(last.ratings[code], framework.acceptedLevels),
  );
  if (refused.length > 0) return decide('not_met', describeRefused(refused, last.ratings));
  const missing = ratingsMissing(block, last.ratings);
  if (missing.length > 0) {
    return decide('missing', `Tuteur : ${countNoun(missing.length, 'compétence')} sans réponse.`);
  }
  return decide('met', describeAccepted(framework, block));
}

const describeAbsent = (refusedOn: PlainDate | null): string =>
  refusedOn === null
    ? 'Tuteur : l’appréciation de ce bloc manque.'
    : `Tuteur : une nouvelle appréciation est attendue depuis le jury du ${formatDay(refusedOn)}, qui a jugé la précédente.`;

const isRefused = (level: AppraisalLevel | undefined, accepted: readonly AppraisalLevel[]) =>
  level !== undefined && !accepted.includes(level);

function describeRefused(refused: readonly Competence[], ratings: Ratings): string {
  const levels = new Set(refused.map(({ code }) => ratings[code]));
  const named = [...levels].map((level) => (level ? `« ${appraisalLevelNames[level]} »` : ''));
  const names = refused.map(({ name }) => name).join(' ; ');
  return `Tuteur : ${countNoun(refused.length, 'compétence')} ${named.join(' ou ')} (${names}).`;
}

function describeAccepted(framework: Framework, block: CompetenceBlock): string {
  const levels = framework.acceptedLevels.map((level) => `« ${appraisalLevelNames[level]} »`);
  return `Tuteur : ${countNoun(block.competences.length, 'compétence')} ${levels.join(' ou ')}.`;
}

/** Who signed what counts, for the line under the tutor's reason. */
export const describeSignature = ({ signerName, signedOn, origin }: SignedAppraisal): string =>
  origin === 'office_paper'
    ? `${signerName}, formulaire papier du ${formatDay(signedOn)}, saisi par le centre`
    : `${signerName}, signé le ${formatDay(signedOn)}`;
