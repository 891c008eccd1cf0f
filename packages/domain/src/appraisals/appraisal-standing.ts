import type { CompetenceBlock } from '../frameworks/framework.ts';
import { countNoun, formatDay, formatNearDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import {
  lastSignedAppraisal,
  ratingsMissing,
  type SignedAppraisal,
} from './check-tutor-condition.ts';

/** A request to a tutor that is not signed yet. */
export interface AskedAppraisal {
  readonly blockCode: string;
  readonly askedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  /** The tutor has answered for a competence at least. */
  readonly isStarted: boolean;
}

/** Where the tutor's appraisal of one block stands. */
export type AppraisalStanding =
  | { readonly state: 'not_needed' }
  | { readonly state: 'signed'; readonly signedOn: PlainDate }
  | { readonly state: 'not_asked' }
  | {
      readonly state: 'asked' | 'started';
      readonly askedOn: PlainDate;
      readonly dueOn: PlainDate | null;
      readonly isLate: boolean;
    }
  /** Signed, but some competences have no answer and no new request is open. */
  | { readonly state: 'incomplete'; readonly signedOn: PlainDate; readonly blanks: number };

/**
 * Whether the tutor was asked to appraise a block, has begun, has signed (DOMAIN 4.5): the one answer
 * that every page gives. A whole signed appraisal counts before a later request; a request counts
 * before a signed one that left competences blank.
 */
export function findAppraisalStanding(input: {
  readonly block: CompetenceBlock;
  readonly appraisals: readonly SignedAppraisal[];
  readonly asked: readonly AskedAppraisal[];
  readonly today: PlainDate;
}): AppraisalStanding {
  const { block, appraisals, asked, today } = input;
  if (block.competences.length === 0) return { state: 'not_needed' };
  const signed = lastSignedAppraisal(appraisals, block.code, today);
  const blanks = signed === null ? 0 : ratingsMissing(block, signed.ratings).length;
  if (signed !== null && blanks === 0) return { state: 'signed', signedOn: signed.signedOn };
  const open = asked.findLast(({ blockCode }) => blockCode === block.code);
  if (open) {
    const { askedOn, dueOn, isStarted } = open;
    const isLate = dueOn !== null && dueOn < today;
    return { state: isStarted ? 'started' : 'asked', askedOn, dueOn, isLate };
  }
  if (signed !== null) return { state: 'incomplete', signedOn: signed.signedOn, blanks };
  return { state: 'not_asked' };
}

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

function tellRequest(
  {
    state,
    askedOn,
    dueOn,
    isLate,
  }: Extract<AppraisalStanding, { readonly state: 'asked' | 'started' }>,
  tutorName: string | null,
  today: PlainDate,
): AppraisalWords {
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
