import { type EquivalenceView, frameworkContent } from '@jalon/contract';
import { type Equivalence, formatName } from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

export const withAnswer = {
  answer: true,
  acquiredDecision: true,
  acquiredUnder: true,
  followed: true,
  enrolment: { include: { person: true, cohort: { select: { id: true, name: true } } } },
} as const satisfies Prisma.EquivalenceInclude;

export type EquivalenceRow = Prisma.EquivalenceGetPayload<{ include: typeof withAnswer }>;

/** What the rules read of a request. */
export const equivalenceFacts = (
  row: Pick<
    EquivalenceRow,
    'acquiredUnderId' | 'acquiredBlockCode' | 'followedId' | 'blockCode'
  > & {
    readonly answer: Pick<NonNullable<EquivalenceRow['answer']>, 'outcome'> | null;
  },
): Equivalence => ({
  acquiredUnder: row.acquiredUnderId,
  acquiredBlockCode: row.acquiredBlockCode,
  followed: row.followedId,
  blockCode: row.blockCode,
  state: row.answer?.outcome ?? 'requested',
});

export const viewEquivalence = (row: EquivalenceRow): EquivalenceView => ({
  id: row.id,
  enrolmentId: row.enrolmentId,
  learner: formatName(row.enrolment.person),
  cohort: row.enrolment.cohort,
  acquired: {
    ...describeBlock(row.acquiredUnder, row.acquiredBlockCode),
    decidedOn: toDay(row.acquiredDecision.heldOn),
  },
  sought: describeBlock(row.followed, row.blockCode),
  state: equivalenceFacts(row).state,
  motive: row.motive,
  requestedBy: row.requestedByName,
  requestedOn: parisDayOf(row.createdAt),
  answer: row.answer
    ? {
        answeredBy: row.answer.answeredByName,
        answeredOn: toDay(row.answer.answeredOn),
        motive: row.answer.motive,
      }
    : null,
});

/** A block of a version by its names. */
export function describeBlock(version: { readonly content: Prisma.JsonValue }, blockCode: string) {
  const { title, certification, blocks } = frameworkContent.parse(version.content);
  const block = blocks.find(({ code }) => code === blockCode);
  return {
    frameworkTitle: title,
    rncp: certification?.rncp ?? null,
    blockCode,
    blockName: block?.name ?? blockCode,
  };
}
