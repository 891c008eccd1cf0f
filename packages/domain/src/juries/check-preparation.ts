import type { Finding } from '../finding.ts';
import { countNoun, formatDay, joinWords } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { College, JurySessionState } from '../vocabulary.ts';

/** Somebody who comes before a session, and what they present there. */
export interface PresentedCandidate {
  readonly id: string;
  readonly name: string;
  /** Codes of the blocks presented; `null` for all that are not held. */
  readonly presentedBlockCodes: readonly string[] | null;
}

/** Another session that is not closed, with those who come before both. */
export interface OtherSession {
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly candidates: readonly PresentedCandidate[];
}

/** A cohort whose learners come before the session. */
export interface PresentedCohort {
  readonly name: string;
  readonly juryOn: PlainDate | null;
  /** Last half-day of its calendar; `null` while it has none. */
  readonly lastDay: PlainDate | null;
  /** Its learners in training, and how many of them come before this session. */
  readonly learners: number;
  readonly candidates: number;
  /** Those with a block to acquire who come before no session. */
  readonly leftOut: readonly string[];
}

export interface PreparationInput {
  readonly state: JurySessionState;
  readonly heldOn: PlainDate;
  readonly candidates: readonly PresentedCandidate[];
  readonly cohorts: readonly PresentedCohort[];
  readonly others: readonly OtherSession[];
  /** College of its chair; `null` while nobody is. */
  readonly chair: College | null;
  /** The last session of the same certification that was closed, with its chair's college. */
  readonly previous: { readonly heldOn: PlainDate; readonly chair: College } | null;
}

/**
 * What to know of a session before it closes: nobody comes before it, its day is not the one that a
 * cohort plans or not after its half-days, learners of a cohort come before no jury, candidates
 * present the same block to another session as well. A cohort is held to account where at least half
 * of its learners come. The chair alternates between the colleges (W35, W36). Every finding is a warning; once open, only what is presented twice is told.
 */
export function checkPreparation(input: PreparationInput): readonly Finding[] {
  const { state, heldOn, candidates, cohorts, others } = input;
  if (state === 'closed') return [];
  const twice = others.flatMap((other) => tellTwice(candidates, other));
  if (state === 'open') return twice;
  if (candidates.length === 0)
    return [
      warning(
        'jury.candidates',
        '/candidates',
        'Aucun candidat n’est inscrit à cette session : ajoutez une cohorte, ou un candidat qui représente un bloc.',
        'DOMAIN 4.6',
      ),
    ];
  const own = cohorts.filter((cohort) => cohort.candidates * 2 >= cohort.learners);
  return [...twice, ...own.flatMap((cohort) => tellCohort(cohort, heldOn)), ...tellChair(input)];
}

function tellChair({ chair, previous }: PreparationInput): readonly Finding[] {
  if (chair === null || previous?.chair !== chair) return [];
  const [had, next] =
    chair === 'employer' ? ['un employeur', 'un salarié'] : ['un salarié', 'un employeur'];
  return [
    warning(
      'jury.chair-alternates',
      '/members',
      `Le jury du ${formatDay(previous.heldOn)} était déjà présidé par ${had} : la présidence alterne, proposez-la à ${next}.`,
      'W35, W36',
    ),
  ];
}

function tellTwice(
  candidates: readonly PresentedCandidate[],
  { heldOn, place, candidates: theirs }: OtherSession,
): readonly Finding[] {
  const shared = candidates.filter((one) =>
    theirs.some(({ id, presentedBlockCodes }) => id === one.id && shares(one, presentedBlockCodes)),
  );
  if (shared.length === 0) return [];
  const are = shared.length < 2 ? 'est aussi présenté' : 'sont aussi présentés';
  return [
    warning(
      'jury.presented-once',
      '/candidates',
      `${countNoun(shared.length, 'candidat')} ${are} au jury du ${formatDay(heldOn)}, ${place} : ${listNames(shared.map(({ name }) => name))}. Un bloc ne se décide qu’une fois : retirez-les de l’une des deux sessions.`,
      'S1:L176',
    ),
  ];
}

const shares = (
  { presentedBlockCodes: mine }: PresentedCandidate,
  theirs: PresentedCandidate['presentedBlockCodes'],
): boolean => mine === null || theirs === null || mine.some((code) => theirs.includes(code));

function tellCohort(
  { name, juryOn, lastDay, leftOut }: PresentedCohort,
  heldOn: PlainDate,
): readonly Finding[] {
  const none = leftOut.length < 2 ? 'ne passe devant aucun jury' : 'ne passent devant aucun jury';
  return [
    ...(juryOn !== null && juryOn !== heldOn
      ? [
          warning(
            'jury.day-as-planned',
            '/heldOn',
            `« ${name} » prévoit son jury le ${formatDay(juryOn)}, et cette session se tient le ${formatDay(heldOn)} : changez l’une des deux dates.`,
            'DOMAIN 12',
          ),
        ]
      : []),
    ...(lastDay !== null && heldOn <= lastDay
      ? [
          warning(
            'jury.day-after-calendar',
            '/heldOn',
            `La dernière demi-journée de « ${name} » est le ${formatDay(lastDay)} : ce jury jugerait avant la fin des heures. Changez l’une des deux dates.`,
            'DOMAIN 12, S1:L174',
          ),
        ]
      : []),
    ...(leftOut.length > 0
      ? [
          warning(
            'jury.candidates-left-out',
            '/candidates',
            `${countNoun(leftOut.length, 'apprenant')} de « ${name} » ${none} : ${listNames(leftOut)}. Ajoutez la cohorte à nouveau, ou prévoyez une autre session.`,
            'S1:L174',
          ),
        ]
      : []),
  ];
}

/** The first names of a long list are enough to know whom to look for. */
const namesTold = 5;

const listNames = (names: readonly string[]): string => {
  const more = names.length - namesTold;
  return joinWords(
    more > 0 ? [...names.slice(0, namesTold), countNoun(more, 'autre')] : [...names],
  );
};

const warning = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source,
});
