import { describeMatchKey, type Role } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { findMailHolder } from '../people/find-mail-holder.ts';

interface StaffMember {
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * The person and their role in a centre; the person is reused when the address is known there.
 *
 * @returns the membership's id
 */
export async function createStaffMember(
  tx: Tx,
  centreId: string,
  userId: string,
  member: StaffMember,
): Promise<string> {
  const { givenName, birthName, email, role } = member;
  const known = await findMailHolder(tx, centreId, member);
  const person =
    known ??
    (await tx.person.create({
      data: { centreId, givenName, birthName, email, matchKey: describeMatchKey(member) },
    }));
  const membership = await tx.membership.create({
    data: { centreId, userId, personId: person.id, role },
  });
  return membership.id;
}
