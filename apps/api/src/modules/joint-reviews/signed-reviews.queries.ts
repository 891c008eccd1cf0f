import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { describeParts } from './describe-review.ts';
import { withParts } from './joint-reviews.queries.ts';

/** The reviews of a learner that all three have signed and none has replaced, the newest first. */
export async function loadSignedReviews(tx: Tx, enrolmentId: string) {
  const rows = await tx.jointReview.findMany({
    where: { enrolmentId, signedAt: { not: null }, supersededById: null },
    include: withParts,
    orderBy: { heldOn: 'desc' },
  });
  return rows.map((row) => ({
    heldOn: toDay(row.heldOn),
    parts: describeParts(row).flatMap(({ role, name, comment, isHandedOver }) =>
      isHandedOver || comment === null ? [] : [{ role, name, comment }],
    ),
  }));
}
