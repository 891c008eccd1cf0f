import type { Answer } from '@jalon/contract';
import type { JointReviewState } from '@jalon/domain';
import type { Tone } from '../../../components/state-badge.tsx';

export type Review = Answer<'GET /joint-reviews/:jointReviewId'>;
export type OwnPart = Answer<'GET /joint-review-parts/:jointReviewPartId'>;

export const stateWords: Readonly<Record<JointReviewState, { label: string; tone: Tone }>> = {
  open: { label: 'à signer', tone: 'warn' },
  signed: { label: 'signé', tone: 'ok' },
  superseded: { label: 'remplacé', tone: 'mute' },
  ended: { label: 'sans objet', tone: 'mute' },
};
