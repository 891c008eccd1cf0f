import { formatMinutes, type TransferFacts } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';

/** What a transfer of this learner would be written from, as the file is now. */
export async function loadTransferFacts(tx: Tx, enrolmentId: string): Promise<TransferFacts> {
  const facts = await loadBlockFacts(queryIn(tx), [enrolmentId]);
  const { framework, verdicts, hours, personId, startsOn } = found(
    facts.get(enrolmentId),
    'Cet apprenant',
  );
  const person = await tx.person.findFirstOrThrow({ where: { id: personId } });
  const centre = await tx.centre.findFirstOrThrow({});
  const credentials = await tx.credential.findMany({
    where: { personId, supersededById: null, removal: null },
  });
  const { givenName, birthName, usageName } = person;
  return {
    centre: centre.name,
    holder: { givenName, birthName, usageName, birthDate: toDayOrNull(person.birthDate) },
    framework,
    enteredOn: startsOn,
    hours: `${formatMinutes(hours.total.done)} sur ${formatMinutes(hours.total.due)}`,
    // A centre signs what its own jury decided: the file of another one speaks for the rest.
    verdicts: verdicts.filter(({ acquiredAt }) => acquiredAt === null),
    credentials: credentials.map(({ code, obtainedOn, expiresOn, issuer }) => ({
      credentialCode: code,
      obtainedOn: toDay(obtainedOn),
      expiresOn: toDay(expiresOn),
      issuer,
    })),
  };
}
