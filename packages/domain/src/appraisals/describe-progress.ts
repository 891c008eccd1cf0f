import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AppraisalOrigin } from '../vocabulary.ts';
import { type RequestEnd, tellHandOver, tellRequestEnd } from './request-end.ts';
import { type TutorReach, tellUnreachable } from './tutor-reach.ts';

export const appraisalStates = [
  'to_resend',
  'on_paper',
  'sent',
  'opened',
  'draft',
  'signed',
  'ended',
] as const;
export type AppraisalState = (typeof appraisalStates)[number];

/** What is known of one appraisal, days in Paris. */
export interface AppraisalFacts {
  readonly sentOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly openedOn: PlainDate | null;
  readonly savedOn: PlainDate | null;
  readonly signedOn: PlainDate | null;
  readonly origin: AppraisalOrigin;
  readonly signerName: string | null;
  readonly rated: number;
  readonly competences: number;
  readonly tutorReach: TutorReach;
  /** What ended the request before it was signed; `null` while its tutor is awaited. */
  readonly end: RequestEnd | null;
  /** Who is asked instead when it ended with the tutor's turn; `null` when nobody is in post. */
  readonly nextTutorName: string | null;
}

export interface AppraisalProgress {
  readonly state: AppraisalState;
  readonly isLate: boolean;
  /** One sentence: where it stands and why. */
  readonly facts: string;
}

/** Where an appraisal stands on `today`, and whether its due day has passed (DOMAIN 4.5, 13). */
export function describeAppraisalProgress(
  appraisal: AppraisalFacts,
  today: PlainDate,
): AppraisalProgress {
  const state = stateOf(appraisal);
  const isOpen = state !== 'signed' && state !== 'ended';
  const isLate = isOpen && appraisal.dueOn !== null && appraisal.dueOn < today;
  const due = isLate && appraisal.dueOn ? ` Attendue le ${formatDay(appraisal.dueOn)}.` : '';
  return { state, isLate, facts: `${describe(state, appraisal)}${due}` };
}

function stateOf(appraisal: AppraisalFacts): AppraisalState {
  if (appraisal.signedOn !== null) return 'signed';
  if (appraisal.end !== null) return appraisal.end.isFinal ? 'ended' : 'to_resend';
  if (appraisal.rated > 0) return 'draft';
  if (appraisal.tutorReach !== 'link') return 'on_paper';
  return appraisal.openedOn === null ? 'sent' : 'opened';
}

function describe(state: AppraisalState, appraisal: AppraisalFacts): string {
  const { sentOn, openedOn, savedOn, signedOn, signerName, rated, competences } = appraisal;
  switch (state) {
    case 'signed':
      return appraisal.origin === 'office_paper'
        ? `Feuille papier signée par ${signerName} le ${formatDay(signedOn ?? sentOn)}, saisie par le centre.`
        : `Signée par ${signerName} le ${formatDay(signedOn ?? sentOn)}.`;
    case 'to_resend':
      return appraisal.end ? tellHandOver(appraisal.end, appraisal.nextTutorName) : '';
    case 'ended':
      return appraisal.end ? tellRequestEnd(appraisal.end) : '';
    case 'draft':
      return `Brouillon du ${formatDay(savedOn ?? sentOn)} : ${countNoun(rated, 'compétence')} sur ${competences}.`;
    case 'on_paper':
      return tellUnreachable(appraisal.tutorReach, 'Ce tuteur') ?? '';
    case 'opened':
      return `Ouverte le ${formatDay(openedOn ?? sentOn)}, rien n’est encore rempli.`;
    case 'sent':
      return `Lien envoyé le ${formatDay(sentOn)}, pas encore ouvert.`;
  }
}
