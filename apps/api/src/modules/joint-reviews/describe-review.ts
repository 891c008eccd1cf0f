import type { Output } from '@jalon/contract';
import {
  describeReview as decideReview,
  formatSpokenName,
  jointReviewRoles,
  type PlainDate,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { gatherEvidence } from './gather-evidence.ts';
import {
  findNextTutor,
  type ReviewRow,
  standingParts,
  toReviewPart,
} from './joint-reviews.queries.ts';

export type ReviewView = Output<'GET /joint-reviews/:jointReviewId'>;
type PartView = ReviewView['parts'][number];
type RowView = Output<'GET /joint-reviews'>['rows'][number];

const decide = (row: ReviewRow) =>
  decideReview(
    {
      isWithdrawn: row.withdrawnAt !== null,
      isSuperseded: row.supersededById !== null,
      isInTraining: row.enrolment.state === 'active',
    },
    standingParts(row).map(toReviewPart),
  );

/** A review as a list shows it: where it stands, and who has not signed. */
export function describeRow(row: ReviewRow): RowView {
  const { outcome, facts } = decide(row);
  const { cohort, person } = row.enrolment;
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    learnerName: formatSpokenName(person),
    cohort: { id: cohort.id, name: cohort.name },
    heldOn: toDay(row.heldOn),
    state: outcome,
    facts,
  };
}

/** The parts in the order of the three, then those handed over; a draft is nobody else's to read. */
export function describeParts(row: ReviewRow): PartView[] {
  const { reasons } = decide(row);
  const standing = jointReviewRoles.flatMap((role, index) =>
    standingParts(row)
      .filter((part) => part.role === role)
      .map((part) => ({ part, facts: reasons[index]?.facts ?? '', isHandedOver: false })),
  );
  const handedOver = row.parts
    .filter(({ endedAt }) => endedAt !== null)
    .map((part) => ({ part, facts: 'N’était plus en poste.', isHandedOver: true }));
  return [...standing, ...handedOver].map(({ part, ...told }) => ({
    id: part.id,
    role: part.role,
    name: part.signerName ?? formatSpokenName(part.person),
    comment: part.signedAt ? part.comment : null,
    signedOn: part.signedAt && parisDayOf(part.signedAt),
    ...told,
  }));
}

/** The whole review: what was known, what each has signed, and why it is complete or not. */
export async function describeReview(
  tx: Tx,
  row: ReviewRow,
  today: PlainDate,
): Promise<ReviewView> {
  const next = findNextTutor(row, today);
  return {
    ...describeRow(row),
    reasons: [...decide(row).reasons],
    parts: describeParts(row),
    evidence: await gatherEvidence(tx, row),
    handOverTo: next && formatSpokenName(next.tutor),
  };
}
