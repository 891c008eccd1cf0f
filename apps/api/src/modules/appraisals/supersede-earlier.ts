import type { Tx } from '../../db/database.ts';

/**
 * After a signature: of the signed appraisals of that learner and block, the last signed on paper or
 * on screen counts, the others are superseded and stay readable. A form typed in late may itself be
 * older than what stands.
 */
export async function supersedeEarlier(tx: Tx, id: string): Promise<void> {
  const { enrolmentId, blockCode } = await tx.appraisal.findFirstOrThrow({ where: { id } });
  const standing = await tx.appraisal.findMany({
    where: { enrolmentId, blockCode, signedAt: { not: null }, supersededById: null },
    orderBy: [{ signedOn: 'desc' }, { signedAt: 'desc' }],
    select: { id: true },
  });
  const [last, ...earlier] = standing;
  if (!last || earlier.length === 0) return;
  await tx.appraisal.updateMany({
    where: { id: { in: earlier.map((one) => one.id) } },
    data: { supersededById: last.id },
  });
}
