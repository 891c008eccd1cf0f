import { formatDay, withDe } from '../french-format.ts';
import { tellMissingSignatures } from '../joint-reviews/describe-review.ts';
import { lastDayToRemind } from '../joint-reviews/remind-part.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { AwaitedReview } from './home-facts.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/**
 * A joint review that was held and that not all three have signed (S1:L163): late from the day on which
 * who has not is asked again; before that it waits, bound by no day. Whoever reads and has not signed
 * is led to their own words.
 */
export const writeReview =
  (today: PlainDate) =>
  ({ jointReviewId, learnerName, heldOn, missing, ownPartId }: AwaitedReview): UrgentRow => ({
    kind: 'review',
    days: isReviewLate(heldOn, today) ? daysBetween(today, heldOn) : null,
    subject: `Point de parcours ${withDe(learnerName)}`,
    fact: tellMissingSignatures(missing),
    why: `Il a eu lieu le ${formatDay(heldOn)}. ${
      ownPartId === null
        ? 'Chacun des trois signe son propre commentaire.'
        : 'Votre commentaire est attendu.'
    }`,
    actions: [
      ...(ownPartId === null ? [] : [act('sign_review', 'Écrire et signer', ownPartId)]),
      act('read_review', 'Ouvrir le point', jointReviewId),
    ],
    phone: null,
  });

/** Whether a review held on that day has waited long enough for its signatures to be asked again. */
export const isReviewLate = (heldOn: PlainDate, today: PlainDate): boolean =>
  heldOn <= lastDayToRemind(today);
