import type { Actor } from '../../auth/actor.ts';
import type { PublishedKeys } from '../issuers/published-keys.ts';
import { isSignedBy } from '../issuers/verify-credential.ts';
import { parseJson, readAttachment, refuseShape } from './read-attachment.ts';
import { type TransferCredential, transferCredential } from './transfer-credential.ts';

/** A file as it was read, and what its signature is worth. */
export interface ReadTransfer {
  /** The signed file, to the letter. */
  readonly text: string;
  readonly credential: TransferCredential;
  readonly issuer: 'known' | 'unknown' | 'own';
  readonly isSigned: boolean;
}

/**
 * Reads what another centre handed over, and verifies it with the keys that its issuer publishes.
 * @throws validation_failed at `/contentBase64` for a file that is no transfer
 */
export async function readTransfer(
  contentBase64: string,
  by: { readonly actor: Actor; readonly keys: PublishedKeys; readonly now: Date },
): Promise<ReadTransfer> {
  const text = await readAttachment(Buffer.from(contentBase64, 'base64'));
  const sent = parseJson(text);
  const { data: credential } = transferCredential.safeParse(sent);
  if (!credential) throw refuseShape();
  const issuer = await by.keys.find(credential.issuer.id);
  if (!issuer) return { text, credential, issuer: 'unknown', isSigned: false };
  return {
    text,
    credential,
    issuer: issuer.centreId === by.actor.centreId ? 'own' : 'known',
    isSigned: await isSignedBy(sent as object, issuer.document, by.now),
  };
}
