import { isAllowed } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { taughtBy } from '../enrolments/taught-by.ts';

const marksEveryBlock = (actor: Actor): boolean => isAllowed(actor.roles, 'enrolment:read');

/** The learners whose épreuves an actor may see: all, or those a trainer teaches. */
export const scope = (actor: Actor): Prisma.EnrolmentWhereInput =>
  marksEveryBlock(actor) ? {} : taughtBy(actor);

/** Whether an actor may mark the épreuves of a block for a learner: a trainer, in what they teach. */
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
      where: { AND: [{ id: { in: [...enrolmentIds] } }, taughtBy(actor, blockCode)] },
      select: { id: true },
    });
    for (const { id } of rows) taught.add(`${id} ${blockCode}`);
  }
  return (enrolmentId, blockCode) => taught.has(`${enrolmentId} ${blockCode}`);
}
