import type { PlainDate, ReceivedTransferFacts } from '@jalon/domain';
import { heldVerdicts } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import type { ReadTransfer } from './read-transfer.ts';

/** What decides whether a file may be received for this learner, as the file of the learner is now. */
export async function loadReceivedFacts(
  tx: Tx,
  enrolmentId: string,
  { credential, issuer, isSigned }: ReadTransfer,
  today: PlainDate,
): Promise<ReceivedTransferFacts> {
  const known = (await loadBlockFacts(queryIn(tx), [enrolmentId])).get(enrolmentId);
  const { framework, verdicts, personId } = found(known, 'Cet apprenant');
  const person = await tx.person.findFirstOrThrow({ where: { id: personId } });
  const blocks = await tx.receivedBlock.findMany({
    where: { enrolmentId },
    include: { answer: true, receivedTransfer: { select: { credentialId: true } } },
  });
  const { givenName, birthName, usageName } = person;
  const { type: _type, ...content } = credential.credentialSubject;
  return {
    content,
    issuer,
    isSigned,
    framework,
    today,
    person: { givenName, birthName, usageName, birthDate: toDayOrNull(person.birthDate) },
    heldBlockCodes: heldVerdicts(framework, verdicts, today).map(({ blockCode }) => blockCode),
    presented: blocks.map(({ blockCode, answer }) => ({
      blockCode,
      state: answer?.outcome ?? 'requested',
    })),
    isReceived: blocks.some(
      ({ receivedTransfer }) => receivedTransfer.credentialId === credential.id,
    ),
  };
}
