import type { Finding } from '../finding.ts';
import { hasError } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CertificateKind } from '../vocabulary.ts';
import { advanceDispensation, type DispensationResult } from './advance-dispensation.ts';
import { checkAnswerMotive, listOverlapping } from './check-request.ts';
import type { Dispensation } from './dispensation.ts';

/** What the answer should have said. */
export interface RectifiedAnswer {
  /** `transmitted`: no answer came for this request, it still waits for one. */
  readonly to: 'granted' | 'partial' | 'refused' | 'transmitted';
  /** Day of the answer; `null` only without any. */
  readonly on: PlainDate | null;
  /** Of the answer; of the sending to the branch without any. */
  readonly reference: string | null;
  /** Needed for a partial answer; `null` otherwise. */
  readonly grantedMinutes: number | null;
  /** Why all or a part is refused, for the learner. */
  readonly motive: string | null;
}

/** What the hours of the answer have led to. */
export interface AnswerEffects {
  /** Day of the jury that decided the block acquired, by the decision in force; `null` without any. */
  readonly acquiredOn: PlainDate | null;
  /** Documents of this learner that neither were replaced nor revoked. */
  readonly documents: readonly {
    readonly kind: CertificateKind;
    readonly number: string;
    readonly blockCode: string | null;
  }[];
}

export interface AnswerRectification {
  readonly framework: Framework;
  readonly dispensation: Dispensation;
  /** The answer in force and its motive, as it was written. */
  readonly formerMotive: string | null;
  /** Typed in by the centre from a letter; otherwise the certifier's own decision. */
  readonly answerTypedIn: boolean;
  readonly by: 'centre' | 'certifier';
  readonly answer: RectifiedAnswer;
  /** Why it is rectified: kept beside the former answer. */
  readonly because: string;
  /** The learner's other requests. */
  readonly others: readonly Pick<Dispensation, 'blockCode' | 'moduleCode' | 'state'>[];
  readonly effects: AnswerEffects;
  readonly today: PlainDate;
}

const answered: readonly Dispensation['state'][] = ['granted', 'partial', 'refused'];

/** Whether the branch's answer is written: there is something to rectify. */
export const isDispensationAnswered = (state: Dispensation['state']): boolean =>
  answered.includes(state);

/**
 * Puts right an answer that was written wrongly: the new one takes its place, the former is kept.
 * `rejected` with findings at the fields (`/to`, `/on`, `/reference`, `/grantedMinutes`, `/motive`,
 * `/because`) or at `''`.
 *
 * An answer that changes no hours is put right at any time. One that changes them is not, once the
 * jury has decided the block acquired or a document in force states those hours: what the jury read
 * and the centre signed would no longer be what the file says (DOMAIN 4.6, 5.2). A block refused or
 * adjourned stops nothing: the learner comes back before a jury, which will read the right hours.
 */
export function rectifyAnswer(rectification: AnswerRectification): DispensationResult {
  const { framework, dispensation, answer, today } = rectification;
  const reject = (findings: readonly Finding[]): DispensationResult => ({
    outcome: 'rejected',
    dispensation,
    findings,
  });
  const whole = checkRectifiable(rectification);
  if (whole.length > 0) return reject(whole);
  const waiting: Dispensation = {
    ...dispensation,
    state: 'transmitted',
    decidedOn: null,
    grantedMinutes: null,
  };
  const { dispensation: after, findings } = writeAnswer(framework, waiting, answer, today);
  const all = [
    ...findings,
    ...checkAnswerMotive(answer.to, answer.motive),
    ...checkBecause(rectification.because),
  ];
  if (hasError(all)) return reject(all);
  const refusals = [
    ...checkChange(rectification, after),
    ...checkRoom(rectification),
    ...checkEffects(rectification, after),
  ];
  if (refusals.length > 0) return reject(refusals);
  return { outcome: 'advanced', dispensation: after, findings: [] };
}

function writeAnswer(
  framework: Framework,
  waiting: Dispensation,
  answer: RectifiedAnswer,
  today: PlainDate,
): Pick<DispensationResult, 'dispensation' | 'findings'> {
  const { to, on, reference, grantedMinutes } = answer;
  if (to === 'transmitted') {
    const sentUnder = reference?.trim() ?? '';
    const findings = sentUnder
      ? []
      : [
          error(
            'dispensation.sending-reference-given',
            '/reference',
            'Redonnez la référence de l’envoi à la branche : celle de la réponse l’avait remplacée.',
          ),
        ];
    return { dispensation: { ...waiting, reference: sentUnder || null }, findings };
  }
  if (on === null) {
    const missing = error('dispensation.answer-dated', '/on', 'Indiquez la date de la réponse.');
    return { dispensation: waiting, findings: [missing] };
  }
  const step = { to, on, reference, grantedMinutes };
  return advanceDispensation({ framework, dispensation: waiting, step, today });
}

function checkRectifiable({
  dispensation: { state },
  answerTypedIn,
  by,
}: AnswerRectification): readonly Finding[] {
  if (!isDispensationAnswered(state))
    return [
      error(
        'dispensation.answered-to-rectify',
        '',
        'Cette demande n’a pas encore de réponse : rien n’est à rectifier.',
      ),
    ];
  if (by === 'certifier' || answerTypedIn) return [];
  return [
    error(
      'dispensation.own-decision-rectified',
      '',
      'Le certificateur a décidé lui-même dans Jalon : lui seul rectifie sa décision.',
    ),
  ];
}

const checkBecause = (because: string): readonly Finding[] =>
  because.trim()
    ? []
    : [
        error(
          'dispensation.rectification-explained',
          '/because',
          'Indiquez pourquoi la réponse est rectifiée : le dossier le garde avec l’ancienne réponse.',
        ),
      ];

function checkChange(
  { dispensation: before, formerMotive, answer }: AnswerRectification,
  after: Dispensation,
): readonly Finding[] {
  const isSame =
    after.state === before.state &&
    after.grantedMinutes === before.grantedMinutes &&
    after.decidedOn === before.decidedOn &&
    after.reference === before.reference &&
    (answer.motive?.trim() || null) === formerMotive;
  if (!isSame) return [];
  return [
    error(
      'dispensation.rectification-changes',
      '',
      'C’est déjà la réponse en vigueur : corrigez ce qui est faux.',
    ),
  ];
}

/** Hours that were asked again since a refusal are not granted twice. */
function checkRoom({ dispensation, answer, others }: AnswerRectification): readonly Finding[] {
  if (answer.to !== 'granted' && answer.to !== 'transmitted') return [];
  const [again] = listOverlapping(dispensation, others);
  if (again === undefined) return [];
  const state = again.state === 'granted' ? 'accordées' : 'demandées';
  return [
    error(
      'dispensation.rectified-hours-free',
      '/to',
      `Ces heures sont déjà ${state} par une autre demande de cet apprenant : retirez-la ou rectifiez-la d’abord.`,
    ),
  ];
}

function checkEffects(
  { dispensation: before, effects }: AnswerRectification,
  after: Dispensation,
): readonly Finding[] {
  if ((before.grantedMinutes ?? 0) === (after.grantedMinutes ?? 0)) return [];
  const stated = effects.documents.find(
    ({ kind, blockCode }) => kind !== 'block_attestation' || blockCode === before.blockCode,
  );
  if (stated)
    return [
      error(
        'dispensation.rectified-before-document',
        '',
        `Le document ${stated.number} a été délivré sur ces heures : révoquez-le d’abord, puis rectifiez la réponse.`,
        'DOMAIN 4.6, 5.2, W4',
      ),
    ];
  if (effects.acquiredOn === null) return [];
  return [
    error(
      'dispensation.rectified-before-jury',
      '',
      `Le jury du ${formatDay(effects.acquiredOn)} a décidé le bloc ${before.blockCode} acquis en lisant ces heures : elles ne changent plus sous sa décision. S’il s’est trompé à cause d’elles, un procès-verbal rectificatif la corrige d’abord.`,
      'DOMAIN 4.6, 5.2',
    ),
  ];
}

const error = (
  rule: string,
  path: string,
  message: string,
  source = 'DOMAIN 5.2, S0:L202',
): Finding => ({ rule, severity: 'error', path, message, source });
