import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import { addDays, type PlainDate } from '../plain-date.ts';

/** S1 asks for regular reviews between centre and company; it says nothing of how they are held. */
const source = 'S1:L163';

/** How far ahead a review may be opened: its three mails leave at once. */
const DAYS_AHEAD = 60;

/** What opening a review stands on. */
export interface ReviewOpening {
  readonly enrolmentState: EnrolmentState;
  readonly startsOn: PlainDate;
  readonly heldOn: PlainDate;
  /** The tutor in post on `today`; `null` when nobody is. */
  readonly tutorId: string | null;
  readonly trainerId: string;
  readonly learnerId: string;
  /** Day of the review of this learner that still awaits a signature; `null` when none does. */
  readonly openReviewOn: PlainDate | null;
}

/**
 * Whether a joint review (*point de parcours*) may be opened for a learner: in training, with a tutor
 * in post, three different people, and one review at a time (S1:L163).
 * @returns errors at `/heldOn`, `/trainerId`, `/enrolmentId`; empty when it may
 */
export function checkReviewOpening(
  { enrolmentState, startsOn, heldOn, tutorId, trainerId, learnerId, openReviewOn }: ReviewOpening,
  today: PlainDate,
): readonly Finding[] {
  const findings: (Finding | false)[] = [
    enrolmentState !== 'active' &&
      refuse(
        'joint-review.in-training',
        '/enrolmentId',
        'Cette personne n’est plus en formation : un point de parcours ne s’ouvre que pendant la formation.',
      ),
    tutorId === null &&
      refuse(
        'joint-review.has-tutor',
        '/enrolmentId',
        'Aucun tuteur n’est en poste : désignez-le dans le dossier, avec l’emploi. Sans lui, personne ne signerait pour l’entreprise.',
      ),
    openReviewOn !== null &&
      refuse(
        'joint-review.one-at-a-time',
        '/enrolmentId',
        `Le point du ${formatDay(openReviewOn)} n’est pas signé par tous : terminez-le ou retirez-le d’abord.`,
      ),
    new Set([tutorId, trainerId, learnerId]).size < 3 &&
      refuse(
        'joint-review.three-people',
        '/trainerId',
        'Le formateur, le tuteur et l’apprenant sont trois personnes : choisissez un autre formateur.',
      ),
    heldOn < startsOn &&
      refuse(
        'joint-review.held-in-training',
        '/heldOn',
        `La formation commence le ${formatDay(startsOn)} : choisissez ce jour ou un jour d’après.`,
      ),
    heldOn > addDays(today, DAYS_AHEAD) &&
      refuse(
        'joint-review.held-soon',
        '/heldOn',
        `Les mails partent aussitôt : choisissez un jour d’ici au ${formatDay(addDays(today, DAYS_AHEAD))}.`,
      ),
  ];
  return findings.filter((finding) => finding !== false);
}

const refuse = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
