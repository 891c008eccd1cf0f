import { findTutorReach, type TutorReach } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

type Tutor = { readonly id: string; readonly email: string | null } | null;

/** How each tutor of the centre can be asked: whoever came second to an address has no link. */
export async function loadTutorReach(tx: Tx): Promise<(tutor: Tutor) => TutorReach> {
  const accesses = await tx.membership.findMany({
    where: { role: 'tutor' },
    select: { personId: true, person: { select: { email: true } } },
  });
  const holders = new Set(accesses.map(({ personId }) => personId));
  const held = new Set(accesses.map(({ person }) => person.email?.toLowerCase()));
  return (tutor) => {
    const email = tutor?.email ?? null;
    const isOfAnother =
      tutor !== null && email !== null && !holders.has(tutor.id) && held.has(email.toLowerCase());
    return findTutorReach(email, isOfAnother);
  };
}
