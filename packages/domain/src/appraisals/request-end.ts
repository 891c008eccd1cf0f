import { formatDay } from '../french-format.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { RequestEndReason } from '../vocabulary.ts';

/** The employment in which a tutor was asked, as it stands now. */
export interface AskedEmployment {
  readonly tutorId: string | null;
  /** Its last day; `null` while none is known. */
  readonly endsOn: PlainDate | null;
}

/** A request to a tutor that is not signed, with what may have put an end to it. */
export interface RequestFacts {
  /** The tutor who was asked. */
  readonly tutorId: string | null;
  /** `null` when the request was made without one. */
  readonly employment: AskedEmployment | null;
  /** The end that was written down; `null` while none was. */
  readonly ended: { readonly reason: RequestEndReason; readonly on: PlainDate } | null;
}

/** Why nothing is awaited from the tutor who was asked. */
export interface RequestEnd {
  readonly reason: RequestEndReason;
  /** Since when; `null` when only the change is known, not its day. */
  readonly on: PlainDate | null;
  /**
   * Whether nobody awaits the appraisal any more. An employment that ended, or another tutor in it,
   * ends what was asked of the first one only: the office has still to ask whoever is in post.
   */
  readonly isFinal: boolean;
}

/**
 * What ended a request, `null` while its tutor is awaited: the one answer that the office's lists,
 * the board, the morning, the reminders and the tutor's own page stand on (DOMAIN 4.5, S1:L176). A
 * request ends with its employment, the day after the last one, and with its tutor's turn in it.
 */
export function findRequestEnd(
  { tutorId, employment, ended }: RequestFacts,
  today: PlainDate,
): RequestEnd | null {
  if (ended !== null) return { ...ended, isFinal: true };
  if (employment === null) return null;
  const { endsOn } = employment;
  if (endsOn !== null && endsOn < today)
    return { reason: 'employment_ended', on: endsOn, isFinal: false };
  if (employment.tutorId !== tutorId) return { reason: 'tutor_replaced', on: null, isFinal: false };
  return null;
}

const words: Record<RequestEndReason, string> = {
  block_acquired: 'le jury a acquis ce bloc',
  enrolment_withdrawn: 'cette personne a quitté la formation',
  enrolment_completed: 'la formation de cette personne est terminée',
  taken_back: 'le centre a retiré sa demande',
  answered_on_paper: 'une feuille papier a été saisie à la place',
  employment_ended: 'l’emploi de cette personne a pris fin',
  tutor_replaced: 'cette personne a un autre tuteur',
};

/** « sans objet, le jury a acquis ce bloc », for the timeline: what ended it, on a day told beside. */
export const tellEndReason = (reason: RequestEndReason): string => `sans objet, ${words[reason]}`;

const since = ({ on }: RequestEnd): string => (on === null ? '' : ` le ${formatDay(on)}`);

/** « Sans objet depuis le 20 novembre 2026 : le jury a acquis ce bloc. », for the office. */
export const tellRequestEnd = (end: RequestEnd): string =>
  `Sans objet${end.on === null ? '' : ` depuis le ${formatDay(end.on)}`} : ${words[end.reason]}.`;

/** « Rien n’est plus attendu de vous depuis le 20 novembre 2026 : le jury a acquis ce bloc. », for the tutor. */
export const tellTutorRequestEnd = (end: RequestEnd): string =>
  end.isFinal && end.on !== null
    ? `Rien n’est plus attendu de vous depuis le ${formatDay(end.on)} : ${words[end.reason]}.`
    : `Rien n’est plus attendu de vous : ${words[end.reason]}${since(end)}.`;

/** What the office does about a request that ended with its tutor's turn: whom to ask instead. */
export const tellHandOver = (end: RequestEnd, nextTutorName: string | null): string => {
  const why =
    end.reason === 'employment_ended' ? `L’emploi a pris fin${since(end)}` : 'Le tuteur a changé';
  return nextTutorName === null
    ? `${why} et aucun autre tuteur n’est en poste : ajoutez-le dans le dossier, avec l’emploi.`
    : `${why} : demandez l’appréciation à ${nextTutorName}.`;
};

/** An employment of the learner, for the choice of the tutor to ask. */
export interface TutoredEmployment {
  readonly id: string;
  readonly tutorId: string | null;
  readonly hireDate: PlainDate;
  readonly endsOn: PlainDate | null;
}

/**
 * The employment whose tutor is asked on `today`: the one of the request (`ownId`) while it runs with
 * a tutor, else the last begun of those that run and name one; `null` when nobody is in post.
 */
export function findTutorInPost<T extends TutoredEmployment>(
  employments: readonly T[],
  today: PlainDate,
  ownId: string | null = null,
): T | null {
  const inPost = employments
    .filter(({ tutorId, endsOn }) => tutorId !== null && (endsOn === null || endsOn >= today))
    .toSorted((one, other) => (one.hireDate < other.hireDate ? 1 : -1));
  return inPost.find(({ id }) => id === ownId) ?? inPost[0] ?? null;
}

/** Days that a tutor has to answer when the request that they take over is due already, or nearly. */
const daysToAnswer = 14;

/** The due day of a request that passes to another tutor: the same, but never less than two weeks off. */
export const dueDayForNextTutor = (dueOn: PlainDate | null, today: PlainDate): PlainDate => {
  const soonest = addDays(today, daysToAnswer);
  return dueOn !== null && dueOn > soonest ? dueOn : soonest;
};
