import type { Finding } from '../finding.ts';
import { countNoun } from '../french-format.ts';
import type { Decision, Reason } from '../reason.ts';
import type { BlockDecision, College, JurySessionState, SignatureMethod } from '../vocabulary.ts';

/** One decision of a closed session that rectifying minutes would change. */
export interface Correction {
  readonly enrolmentId: string;
  readonly candidateName: string;
  readonly blockCode: string;
  /** The decision in force; `null` when the session decided nothing on that block. */
  readonly before: BlockDecision | null;
  readonly after: BlockDecision;
}

interface RectificationInput {
  readonly state: JurySessionState;
  readonly motive: string;
  readonly corrections: readonly Correction[];
  /** Reference of rectifying minutes that still wait for signatures; `null` when there are none. */
  readonly awaited: string | null;
  /** Whether those are replaced, knowingly: nobody signs them any more. */
  readonly replacesAwaited: boolean;
  /** The colleges of the members who decide under these minutes. */
  readonly deciding: readonly College[];
}

const source = 'DOMAIN 4.6';

/**
 * Whether rectifying minutes may be drawn up: the session is closed, the motive is said, every
 * correction changes a decision of that session, once, members of both colleges are left to decide, and
 * no others wait for signatures unless these replace them (DOMAIN 4.6). The first minutes stay as they
 * are.
 */
export function checkRectification(input: RectificationInput): readonly Finding[] {
  const { state, motive, corrections, awaited, replacesAwaited, deciding } = input;
  if (state !== 'closed') {
    const message = 'La session n’est pas close : la décision se change dans la salle.';
    return [error('jury.rectified-when-closed', '', message)];
  }
  if (awaited !== null && !replacesAwaited) {
    const message = `Le procès-verbal rectificatif ${awaited} attend encore des signatures : faites-le signer d’abord, ou remplacez-le.`;
    return [error('jury.rectified-one-at-a-time', '', message)];
  }
  return [
    ...(motive.trim() === ''
      ? [
          error(
            'jury.rectification-motive',
            '/motive',
            'Dites pourquoi le procès-verbal est rectifié.',
          ),
        ]
      : []),
    ...(corrections.length === 0
      ? [error('jury.rectification-changes', '/corrections', 'Indiquez la décision à corriger.')]
      : []),
    ...corrections.flatMap(checkCorrection),
    ...(corrections.length > 0 && new Set(deciding).size < 2 ? [tellUndecidable()] : []),
  ];
}

/** Nobody could ever put it in force. */
function tellUndecidable(): Finding {
  const message =
    'Aucun membre ayant siégé sans lien avec ces candidats ne reste dans l’un des deux collèges : cette correction ne pourrait jamais prendre effet. Rédigez un procès-verbal par candidat, ou saisissez le certificateur.';
  return error('jury.rectification-deciding', '', message);
}

function checkCorrection(
  { enrolmentId, candidateName, blockCode, before, after }: Correction,
  index: number,
  corrections: readonly Correction[],
): readonly Finding[] {
  const firstIndex = corrections.findIndex(
    (one) => one.enrolmentId === enrolmentId && one.blockCode === blockCode,
  );
  if (firstIndex < index) {
    const message = `${candidateName}, bloc ${blockCode} : cette décision est déjà corrigée par la correction ${firstIndex + 1}.`;
    return [error('jury.rectification-twice', `/corrections/${index}/decisionId`, message)];
  }
  if (before === null) {
    const message = `${candidateName}, bloc ${blockCode} : cette session n’a rien décidé sur ce bloc.`;
    return [error('jury.rectification-changes', `/corrections/${index}/blockCode`, message)];
  }
  if (before !== after) return [];
  const message = `${candidateName}, bloc ${blockCode} : c’est déjà la décision en vigueur.`;
  return [error('jury.rectification-changes', `/corrections/${index}/decision`, message)];
}

/** A member of the session under the rectifying minutes. */
export interface RectificationSigner {
  readonly college: College;
  /** Counted when the minutes were drawn up: what is said of a member afterwards changes nothing. */
  readonly isDeciding: boolean;
  /** A signature on paper is noted by the office: it is shown, and decides nothing. */
  readonly signature: SignatureMethod | null;
}

interface Sitting {
  readonly isPresent: boolean | null;
  /** An alternate signs, and does not decide. */
  readonly isAlternate: boolean;
  /** Tied to a candidate whose decision changes. */
  readonly isTied: boolean;
}

/** Whether a member decides under rectifying minutes that are drawn up now (W34). */
export const decidesRectification = ({ isPresent, isAlternate, isTied }: Sitting): boolean =>
  isPresent === true && !isAlternate && !isTied;

/**
 * Whether what rectifying minutes change is in force: decided by the jury, never by one account. It
 * takes the own signatures of an absolute majority of those who sat, of both colleges, without whoever
 * is tied to the candidate (DOMAIN 4.6, Q7, W34).
 */
export function judgeRectification(
  members: readonly RectificationSigner[],
): Decision<'in_force' | 'awaited'> {
  const judges = members.filter(({ isDeciding }) => isDeciding);
  const signed = judges.filter(({ signature }) => signature === 'own');
  const colleges = new Set(signed.map(({ college }) => college));
  const hasMajority = signed.length * 2 > judges.length;
  const reasons: Reason[] = [
    {
      rule: 'jury.rectification-majority',
      met: hasMajority,
      facts: `${countNoun(signed.length, 'membre a signé dans Jalon', 'membres ont signé dans Jalon')} sur ${judges.length} qui ${judges.length > 1 ? 'décident' : 'décide'} : ${hasMajority ? 'la majorité absolue est atteinte' : 'il faut la majorité absolue'}.`,
      source: 'DOMAIN 4.6, Q7',
    },
    {
      rule: 'jury.rectification-both-colleges',
      met: colleges.size === 2,
      facts:
        colleges.size === 2
          ? 'Les deux collèges ont signé dans Jalon.'
          : 'Il faut la signature, dans Jalon, d’au moins un membre de chaque collège : une signature sur papier notée par le centre figure au procès-verbal, et ne suffit pas.',
      source: 'DOMAIN 4.6, W35',
    },
  ];
  return { outcome: reasons.every(({ met }) => met) ? 'in_force' : 'awaited', reasons };
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
