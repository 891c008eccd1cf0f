import { type RequestEnd, tellTutorRequestEnd } from '../appraisals/request-end.ts';
import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

const source = 'S1:L163, DOMAIN 4.5';

/** One person's part of a review, as it stands. */
export interface PartFacts {
  /** The office took the review back. */
  readonly isWithdrawn: boolean;
  /** Another tutor was asked to write this part. */
  readonly isHandedOver: boolean;
  readonly enrolmentState: EnrolmentState;
  /** Of the tutor: why they no longer speak for the company; `null` while they do, and for others. */
  readonly tutorEnd: RequestEnd | null;
}

/**
 * Whether the one whose part it is may still write in it (DOMAIN 4.5, Q5: the tutor in post signs,
 * what the one before signed stays). A signed part never changes: the service refuses it before.
 */
export function checkPartWriting({
  isWithdrawn,
  isHandedOver,
  enrolmentState,
  tutorEnd,
}: PartFacts): readonly Finding[] {
  if (isWithdrawn)
    return refuse('joint-review.still-open', '', 'Le centre a retiré ce point de parcours.');
  if (isHandedOver)
    return refuse(
      'joint-review.signed-by-tutor-in-post',
      '',
      'Rien n’est plus attendu de vous : le tuteur désormais en poste signe ce point de parcours.',
    );
  if (tutorEnd)
    return refuse('joint-review.signed-by-tutor-in-post', '', tellTutorRequestEnd(tutorEnd));
  if (enrolmentState !== 'active')
    return refuse(
      'joint-review.while-in-training',
      '',
      'Cette formation est finie : ce point de parcours reste tel quel.',
    );
  return [];
}

/**
 * Whether a part may be signed: it says something, and the review has been held. Who signs is checked
 * by `checkSigner`: nobody signs for another.
 * @returns errors at `/comment` or the whole; empty when it may
 */
export function checkPartSignature(
  { comment, heldOn }: { readonly comment: string; readonly heldOn: PlainDate },
  today: PlainDate,
): readonly Finding[] {
  if (heldOn > today)
    return refuse(
      'joint-review.signed-once-held',
      '',
      `Le point a lieu le ${formatDay(heldOn)} : il se signe à partir de ce jour. Ce que vous écrivez est gardé.`,
    );
  if (comment.trim() === '')
    return refuse(
      'joint-review.own-words',
      '/comment',
      'Écrivez d’abord votre commentaire : c’est lui que vous signez.',
    );
  return [];
}

const refuse = (rule: string, path: string, message: string): readonly Finding[] => [
  { rule, severity: 'error', path, message, source },
];
