import type { Prisma, UnitOfWork } from '../../db/database.ts';

/** Erases the sealed numbers of these people: each erasure is an act about its person. */
export async function purgeNumbers(
  { tx, audit }: UnitOfWork,
  person: Prisma.PersonWhereInput,
  at: Date,
): Promise<number> {
  const purged = await tx.sealedNir.updateManyAndReturn({
    where: { sealed: { not: null }, person },
    data: { sealed: null, purgedAt: at },
    select: { personId: true },
  });
  for (const { personId } of purged) audit({ action: 'nir.purged', subjectId: personId });
  return purged.length;
}
