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
  /** The employment whose tutor signed, with its last day; absent or `null` when it is not known. */
  readonly employment?: { readonly id: string; readonly endsOn: PlainDate | null } | null;
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
export function lastSignedAppraisal<Signed extends SignedAppraisal>(
  appraisals: readonly Signed[],
  blockCode: string,
  onDate: PlainDate,
  refusedOn: PlainDate | null = null,
): Signed | null {
  let last: Signed | null = null;
  for (const appraisal of appraisals) {
    if (appraisal.blockCode !== blockCode || appraisal.signedOn > onDate) continue;
    if (refusedOn !== null && appraisal.signedOn <= refusedOn) continue;
    if (last === null || appraisal.signedOn >= last.signedOn) last = appraisal;
  }
  return last;
}

/**
 * The appraisals that count for a block on a day: of each employment that runs then, the last one
 * signed, for the tutor of one employer does not undo what the tutor of another says (Q16); with
 * none, the last one of all, the tutor in post taking over from the former (Q5). In the order of
 * signing.
 * @param refusedOn day on which a jury last refused the block
 */
export function countingAppraisals<Signed extends SignedAppraisal>(
  appraisals: readonly Signed[],
  blockCode: string,
  onDate: PlainDate,
  refusedOn: PlainDate | null = null,
): readonly Signed[] {
  const ids = new Set<string>();
  for (const { employment } of appraisals) if (runsOn(employment, onDate)) ids.add(employment.id);
  const ofEach = [...ids].flatMap(
    (id) =>
      lastSignedAppraisal(
        appraisals.filter(({ employment }) => employment?.id === id),
        blockCode,
        onDate,
        refusedOn,
      ) ?? [],
  );
  const last = lastSignedAppraisal(appraisals, blockCode, onDate, refusedOn);
  const counting = ofEach.length > 0 ? ofEach : last === null ? [] : [last];
  return counting.toSorted((one, other) => one.signedOn.localeCompare(other.signedOn));
}

const runsOn = (
  employment: SignedAppraisal['employment'],
  onDate: PlainDate,
): employment is NonNullable<SignedAppraisal['employment']> =>
  employment != null && (employment.endsOn === null || employment.endsOn >= onDate);

/** The levels answered in one appraisal at least. */
export const mergeRatings = (appraisals: readonly Pick<SignedAppraisal, 'ratings'>[]): Ratings =>
  Object.assign({}, ...appraisals.map(({ ratings }) => ratings));

/** Codes of the block's competences that have no level yet, in the framework's order. */
export const ratingsMissing = (block: CompetenceBlock, ratings: Ratings): readonly string[] =>
  block.competences.map(({ code }) => code).filter((code) => !Object.hasOwn(ratings, code));

/**
 * The tutor's condition of a block: every competence at a level that the framework accepts, none
 * missing (DOMAIN 4.2, S1:L132); for a block that a jury refused, in an appraisal signed since (Q2).
 * One level not accepted makes it `not_met` whatever is missing. With several employers, what each
 * tutor says is needed, and each is named (Q16).
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
  const counting = countingAppraisals(appraisals, block.code, onDate, refusedOn);
  const [only] = counting;
  if (!only) return decide('missing', describeAbsent(refusedOn));
  const opinions = counting.map((appraisal) => readOpinion(framework, block, appraisal));
  const missing = ratingsMissing(block, mergeRatings(counting)).length;
  const isRefused = opinions.some(({ refused }) => refused.length > 0);
  const outcome = isRefused ? 'not_met' : missing > 0 ? 'missing' : 'met';
  if (counting.length > 1) return decide(outcome, describeSeveral(framework, block, opinions));
  const facts = {
    not_met: describeRefused(opinions[0]?.refused ?? [], only.ratings),
    missing: `${countNoun(missing, 'compétence')} sans réponse`,
    met: describeAccepted(framework, block.competences.length),
  };
  return decide(outcome, `Tuteur : ${facts[outcome]}.`);
}

/** What one tutor says of a block. */
interface Opinion {
  readonly appraisal: SignedAppraisal;
  readonly refused: readonly Competence[];
  /** How many competences were answered, and are accepted. */
  readonly accepted: number;
}

function readOpinion(
  { acceptedLevels }: Framework,
  { competences }: CompetenceBlock,
  appraisal: SignedAppraisal,
): Opinion {
  const answered = competences.filter(({ code }) => appraisal.ratings[code] !== undefined);
  const refused = answered.filter(({ code }) => isRefused(appraisal.ratings[code], acceptedLevels));
  return { appraisal, refused, accepted: answered.length - refused.length };
}

/** « Tuteurs : Dr Ferrand (1er mai 2026), 1 compétence « non acquise » (…) ; Dr Morel (2 mai 2026), … » */
function describeSeveral(
  framework: Framework,
  { competences }: CompetenceBlock,
  opinions: readonly Opinion[],
): string {
  const said = opinions.map(({ appraisal, refused, accepted }) => {
    const blank = competences.length - refused.length - accepted;
    const parts = [
      ...(refused.length > 0 ? [describeRefused(refused, appraisal.ratings)] : []),
      ...(accepted > 0 && refused.length === 0 ? [describeAccepted(framework, accepted)] : []),
      ...(blank > 0 ? [`${countNoun(blank, 'compétence')} sans réponse`] : []),
    ];
    return `${appraisal.signerName} (${formatDay(appraisal.signedOn)}), ${parts.join(', ')}`;
  });
  return `Tuteurs : ${said.join(' ; ')}.`;
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
  return `${countNoun(refused.length, 'compétence')} ${named.join(' ou ')} (${names})`;
}

function describeAccepted(framework: Framework, count: number): string {
  const levels = framework.acceptedLevels.map((level) => `« ${appraisalLevelNames[level]} »`);
  return `${countNoun(count, 'compétence')} ${levels.join(' ou ')}`;
}

/** Who signed what counts, for the line under the tutor's reason. */
export const describeSignature = ({ signerName, signedOn, origin }: SignedAppraisal): string =>
  origin === 'office_paper'
    ? `${signerName}, formulaire papier du ${formatDay(signedOn)}, saisi par le centre`
    : `${signerName}, signé le ${formatDay(signedOn)}`;
