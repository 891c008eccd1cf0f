import { recognisePerson } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { invalid } from '../../http/domain-error.ts';

interface TypedPerson {
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
}

/**
 * Who has this address in the centre; `null` for nobody. A name typed for somebody else's address is
 * refused at `/email` rather than dropped.
 *
 * @throws validation_failed
 */
export async function findMailHolder(tx: Tx, centreId: string, typed: TypedPerson) {
  const holders = await tx.person.findMany({
    where: { centreId, email: { equals: typed.email, mode: 'insensitive' } },
    orderBy: { createdAt: 'asc' },
  });
  const known = holders.map((row) => ({ ...row, birthDate: toDayOrNull(row.birthDate) }));
  const { outcome, person, reasons } = recognisePerson({ ...typed, birthDate: null }, known);
  if (outcome === 'mail_taken')
    throw invalid([{ pointer: '/email', message: reasons[0]?.facts ?? '' }]);
  return person;
}
