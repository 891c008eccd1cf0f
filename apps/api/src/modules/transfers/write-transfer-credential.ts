import type { TransferContent } from '@jalon/domain';
import type { IssuerAddress } from '../issuers/issuer-address.ts';
import { toSecond } from '../issuers/sign-credential.ts';

/**
 * The words of a transfer have no public vocabulary. Each becomes a term of this one, so that every
 * one of them is signed.
 */
const ownWords = { '@vocab': 'urn:jalon:transfer:' };

/** The vocabularies of a transfer; whoever receives one takes no other. */
export const transferContext = ['https://www.w3.org/ns/credentials/v2', ownWords];

/** What the paper says, as a W3C Verifiable Credential 2.0 that another centre reads. Unsigned. */
export const writeTransferCredential = (input: {
  readonly id: string;
  readonly content: TransferContent;
  readonly issuer: IssuerAddress;
  readonly writtenAt: Date;
}): object => {
  const { id, content, issuer, writtenAt } = input;
  return {
    '@context': transferContext,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'LearnerTransfer'],
    name: `Transfert de ${content.holder.givenName} ${content.holder.birthName}`,
    issuer: { id: issuer.did, name: content.centre },
    validFrom: toSecond(writtenAt),
    credentialSubject: { type: 'TransferredLearner', ...content },
  };
};
