import type { CompetenceBlock } from '../frameworks/framework.ts';
import { countNoun, formatDay, formatNearDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import {
  countingAppraisals,
  mergeRatings,
  ratingsMissing,
  type SignedAppraisal,
} from './check-tutor-condition.ts';
import type { RequestEnd } from './request-end.ts';

/** A request to a tutor that is not signed yet. */
export interface AskedAppraisal {
  readonly blockCode: string;
  readonly askedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  /** The tutor has answered for a competence at least. */
  readonly isStarted: boolean;
  /** What ended it for the tutor who was asked; `null` while they are awaited. */
  readonly end: RequestEnd | null;
}

/** A request that runs, or that another tutor has to be asked in place of. */
export interface StandingRequest {
  readonly state: 'asked' | 'started' | 'interrupted';
  readonly askedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly isLate: boolean;
}

/** Where the tutor's appraisal of one block stands. */
export type AppraisalStanding =
  | { readonly state: 'not_needed' }
  /** Whole: it counts before the jury, even while the office has asked for another one. */
  | {
      readonly state: 'signed';
      readonly signedOn: PlainDate;
      readonly renewal: StandingRequest | null;
    }
  | { readonly state: 'not_asked' }
  | StandingRequest
  /** Signed, but some competences have no answer and no new request is open. */
  | { readonly state: 'incomplete'; readonly signedOn: PlainDate; readonly blanks: number };

/**
 * Whether the tutor was asked to appraise a block, has begun, has signed (DOMAIN 4.5): the one answer
 * that every page gives. A whole signed appraisal counts before a later request, which is told beside
 * it as its renewal; a request counts before a signed one that left competences blank. A request whose
 * tutor is no longer in post is to be made again.
 */
export function findAppraisalStanding(input: {
  readonly block: CompetenceBlock;
  readonly appraisals: readonly SignedAppraisal[];
  readonly asked: readonly AskedAppraisal[];
  /** Day on which a jury last refused the block: what was signed by then counts no more (Q2). */
  readonly refusedOn?: PlainDate | null;
  readonly today: PlainDate;
}): AppraisalStanding {
  const { block, appraisals, asked, refusedOn = null, today } = input;
  if (block.competences.length === 0) return { state: 'not_needed' };
  const counting = countingAppraisals(appraisals, block.code, today, refusedOn);
  const signed = counting.at(-1) ?? null;
  const blanks = signed === null ? 0 : ratingsMissing(block, mergeRatings(counting)).length;
  const open = asked.findLast((one) => one.blockCode === block.code && one.end?.isFinal !== true);
  const request = open ? toStanding(open, today) : null;
  if (signed !== null && blanks === 0) {
    // A correction that the tutor begins of their own accord has no due day: nobody awaits it.
    const renewal = request?.dueOn == null ? null : request;
    return { state: 'signed', signedOn: signed.signedOn, renewal };
  }
  if (request) return request;
  if (signed !== null) return { state: 'incomplete', signedOn: signed.signedOn, blanks };
  return { state: 'not_asked' };
}

function toStanding(
  { askedOn, dueOn, isStarted, end }: AskedAppraisal,
  today: PlainDate,
): StandingRequest {
  const state = end !== null ? 'interrupted' : isStarted ? 'started' : 'asked';
  return { state, askedOn, dueOn, isLate: dueOn !== null && dueOn < today };
}

/** The request of a standing, be it for the first appraisal of the block or for a newer one. */
export const requestOf = (standing: AppraisalStanding): StandingRequest | null => {
  if (standing.state === 'signed') return standing.renewal;
  return isRequest(standing) ? standing : null;
};

const isRequest = (standing: AppraisalStanding): standing is StandingRequest =>
  standing.state === 'asked' || standing.state === 'started' || standing.state === 'interrupted';

/** A standing in words: a few for a cell, a fact beside them, and what follows « L’appréciation ». */
export interface AppraisalWords {
  readonly label: string;
  readonly detail: string;
  /** « pas encore demandée » · « demandée le 12 novembre 2026 » */
  readonly participle: string;
}

/** The words for a standing; `tutorName` is `null` when nobody is named to be asked. */
export function tellAppraisal(
  standing: AppraisalStanding,
  tutorName: string | null,
  today: PlainDate,
): AppraisalWords {
  switch (standing.state) {
    case 'not_needed':
      return { label: 'Sans appréciation', detail: '', participle: 'pas attendue pour ce bloc' };
    case 'signed':
      return {
        label: 'Appréciation signée',
        detail: `le ${formatNearDay(standing.signedOn, today)}`,
        participle: `signée le ${formatDay(standing.signedOn)}`,
      };
    case 'incomplete':
      return {
        label: 'Appréciation incomplète',
        detail: `${countNoun(standing.blanks, 'compétence')} sans réponse`,
        participle: `signée avec ${countNoun(standing.blanks, 'compétence')} sans réponse`,
      };
    case 'not_asked':
      return {
        label: 'Appréciation à demander',
        detail: tutorName ?? 'aucun tuteur désigné',
        participle: 'pas encore demandée',
      };
    default:
      return tellRequest(standing, tutorName, today);
  }
}

/** « nouvelle appréciation en retard »: what a block that is ready says of a later request. */
export const tellRenewal = ({ state, isLate }: StandingRequest): string =>
  state === 'interrupted'
    ? 'nouvelle appréciation à redemander'
    : isLate
      ? 'nouvelle appréciation en retard'
      : 'nouvelle appréciation demandée';

function tellRequest(
  { state, askedOn, dueOn, isLate }: StandingRequest,
  tutorName: string | null,
  today: PlainDate,
): AppraisalWords {
  if (state === 'interrupted')
    return {
      label: 'Appréciation à redemander',
      detail: tutorName ?? 'aucun tuteur désigné',
      participle: `demandée le ${formatDay(askedOn)} à un tuteur qui n’est plus en poste`,
    };
  const due =
    dueOn === null
      ? ''
      : isLate
        ? `, attendue depuis le ${formatDay(dueOn)}`
        : `, attendue pour le ${formatDay(dueOn)}`;
  const begun = state === 'started' ? 'commencée, demandée le ' : 'demandée le ';
  const asked = `le ${formatNearDay(askedOn, today)}`;
  const { label, since } =
    isLate && dueOn !== null
      ? { label: 'Appréciation en retard', since: `attendue le ${formatNearDay(dueOn, today)}` }
      : state === 'started'
        ? { label: 'Appréciation commencée', since: `demandée ${asked}` }
        : { label: 'Appréciation demandée', since: asked };
  return {
    label,
    detail: [since, ...(tutorName ? [tutorName] : [])].join(' · '),
    participle: `${begun}${formatDay(askedOn)}${due}`,
  };
}
