import {
  type AwaitedReview,
  findRequestEnd,
  formatSpokenName,
  type PartFacts,
  type PlainDate,
  type ReviewPart,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { employmentInPost } from '../appraisals/request-standing.ts';

/** What a row of a list needs, beside the review itself. */
export const withParts = {
  parts: { include: { person: true, employment: true }, orderBy: { createdAt: 'asc' } },
  enrolment: {
    include: {
      person: { include: { employments: { include: { tutor: true } } } },
      cohort: { select: { id: true, name: true, frameworkVersionId: true } },
    },
  },
} satisfies Prisma.JointReviewInclude;

export type ReviewRow = Prisma.JointReviewGetPayload<{ include: typeof withParts }>;
export type PartRow = ReviewRow['parts'][number];

/** The reviews that still await a signature. */
export const openReviews = {
  signedAt: null,
  withdrawnAt: null,
} as const satisfies Prisma.JointReviewWhereInput;

/** The open reviews of learners in training that were held on that day or before, oldest first. */
export const listHeldReviews = (tx: Tx, day: PlainDate): Promise<ReviewRow[]> =>
  tx.jointReview.findMany({
    where: { ...openReviews, heldOn: { lte: fromDay(day) }, enrolment: { state: 'active' } },
    include: withParts,
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  });

/** A held review as the morning names it to that person. */
export function describeAwaited(row: ReviewRow, reader: string): AwaitedReview {
  const missing = standingParts(row).filter(({ signedAt }) => signedAt === null);
  return {
    jointReviewId: row.id,
    learnerName: formatSpokenName(row.enrolment.person),
    heldOn: toDay(row.heldOn),
    missing: missing.map(({ person }) => formatSpokenName(person)),
    ownPartId: missing.find(({ personId }) => personId === reader)?.id ?? null,
  };
}

/** The parts that stand: one of each of the three. */
export const standingParts = (row: ReviewRow): PartRow[] =>
  row.parts.filter(({ endedAt }) => endedAt === null);

/** A part as the rules take it. */
export const toReviewPart = ({ role, person, comment, signedAt }: PartRow): ReviewPart => ({
  role,
  name: formatSpokenName(person),
  hasWritten: comment !== '',
  signedOn: signedAt && parisDayOf(signedAt),
});

/** Whether its holder may still write in a part, as the rules take it. */
export function toPartFacts(row: ReviewRow, part: PartRow, today: PlainDate): PartFacts {
  return {
    isWithdrawn: row.withdrawnAt !== null,
    isHandedOver: part.endedAt !== null,
    enrolmentState: row.enrolment.state,
    tutorEnd: part.signedAt ? null : tutorEndOf(part, today),
  };
}

/** Why the tutor who was asked no longer speaks for the company; `null` for the two others. */
function tutorEndOf({ role, personId, employment }: PartRow, today: PlainDate) {
  if (role !== 'tutor' || !employment) return null;
  const { tutorId, endsOn } = employment;
  const now = { tutorId, endsOn: toDayOrNull(endsOn) };
  return findRequestEnd({ tutorId: personId, employment: now, ended: null }, today);
}

/** The employment whose tutor is to be asked instead of the one who was; `null` while none is. */
export function findNextTutor(row: ReviewRow, today: PlainDate) {
  const asked = standingParts(row).find(({ role }) => role === 'tutor');
  if (!asked || asked.signedAt || row.withdrawnAt || row.enrolment.state !== 'active') return null;
  if (!tutorEndOf(asked, today)) return null;
  const next = employmentInPost(row.enrolment.person.employments, today, asked.employmentId);
  return next?.tutor ? { part: asked, employmentId: next.id, tutor: next.tutor } : null;
}
