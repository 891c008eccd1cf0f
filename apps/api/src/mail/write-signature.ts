import { formatSpokenName } from '@jalon/domain';
import type { Tx } from '../db/database.ts';

/**
 * The lines under a mail: a person of the centre who can be answered. Whoever acts signs; a mail that
 * leaves by itself is signed by the coordination. Nobody writes to themselves: then it is Jalon.
 */
export async function writeSignature(
  tx: Tx,
  centreId: string,
  recipientId: string | null,
  userId: string | undefined,
): Promise<readonly string[]> {
  const centre = await tx.centre.findUniqueOrThrow({
    where: { id: centreId },
    select: { name: true },
  });
  const office = await tx.membership.findMany({
    where: { centreId, role: { in: ['coordinator', 'director'] }, endedAt: null },
    include: { person: true },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  const signer = office.find((member) => member.userId === userId) ?? office[0];
  if (!signer || signer.personId === recipientId) return [`Jalon, pour ${centre.name}`];
  const { person } = signer;
  const address = person.email ? [person.email] : [];
  return [formatSpokenName(person), centre.name, ...address];
}
