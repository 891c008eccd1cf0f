import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { taughtBy } from '../enrolments/taught-by.ts';

const marksEveryBlock = (actor: Actor): boolean => isAllowed(actor.roles, 'enrolment:read');

/** The learners whose épreuves an actor may see: all, or those a trainer teaches or assesses. */
export const scope = (actor: Actor): Prisma.EnrolmentWhereInput =>
  marksEveryBlock(actor) ? {} : { OR: [taughtBy(actor), assessedBy(actor)] };

/** The candidates of the events at which somebody assesses; with a block, on that block. */
const assessedBy = (
  { personId }: Pick<Actor, 'personId'>,
  blockCode?: string,
): Prisma.EnrolmentWhereInput => ({
  assessmentEvents: {
    some: {
      event: {
        cancelledAt: null,
        ...(blockCode ? { blockCode } : {}),
        assessors: { some: { personId } },
      },
    },
  },
});

/** Whether an actor may mark the épreuves of a block for a learner: a trainer, in what they teach or assess. */
export type CanMark = (enrolmentId: string, blockCode: string) => boolean;

/** Reads once for whom and in which blocks the actor may mark. */
export async function loadCanMark(
  tx: Tx,
  actor: Actor,
  enrolmentIds: readonly string[],
  blockCodes: readonly string[],
): Promise<CanMark> {
  if (!isAllowed(actor.roles, 'assessment:write')) return () => false;
  if (marksEveryBlock(actor)) return () => true;
  const taught = new Set<string>();
  for (const blockCode of new Set(blockCodes)) {
    const rows = await tx.enrolment.findMany({
      where: {
        id: { in: [...enrolmentIds] },
        OR: [taughtBy(actor, blockCode), assessedBy(actor, blockCode)],
      },
      select: { id: true },
    });
    for (const { id } of rows) taught.add(`${id} ${blockCode}`);
  }
  return (enrolmentId, blockCode) => taught.has(`${enrolmentId} ${blockCode}`);
}
