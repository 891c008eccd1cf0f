import type { Tx } from '../../db/database.ts';

/**
 * After a signature: for that learner and block the last signed day counts, the others are
 * superseded and stay readable. A paper form typed in late may itself be older than what stands.
 */
export async function supersedeEarlier(tx: Tx, signedId: string): Promise<void> {
  const signed = await tx.appraisal.findFirstOrThrow({ where: { id: signedId } });
  const { enrolmentId, blockCode, signedOn } = signed;
  const standing = { enrolmentId, blockCode, supersededById: null, id: { not: signedId } };
  const later = signedOn
    ? await tx.appraisal.findFirst({ where: { ...standing, signedOn: { gt: signedOn } } })
    : null;
  const where = later ? { id: signedId } : { ...standing, signedAt: { not: null } };
  await tx.appraisal.updateMany({ where, data: { supersededById: later?.id ?? signedId } });
}
