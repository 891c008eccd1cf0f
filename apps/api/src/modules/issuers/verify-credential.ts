import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { loadContext } from './sign-credential.ts';
import type { writeIssuerDocument } from './write-issuer-document.ts';

type IssuerDocument = ReturnType<typeof writeIssuerDocument>;

/**
 * Whether an issuer signed a credential to the letter, by the keys that it publishes. Nothing is
 * asked of the network: an address that is neither the issuer's nor a known vocabulary is refused.
 */
export async function isSignedBy(
  credential: object,
  issuer: IssuerDocument,
  now: Date,
): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential,
    now,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: (url) => loadPublished(issuer, url),
  });
  return verified;
}

async function loadPublished(issuer: IssuerDocument, url: string): Promise<object> {
  if (url === issuer.id) return loaded(url, issuer);
  const key = issuer.verificationMethod.find(({ id }) => id === url);
  if (!key) return loadContext(url);
  return loaded(url, { '@context': 'https://w3id.org/security/multikey/v1', ...key });
}

const loaded = (url: string, document: object) => ({
  contextUrl: null,
  documentUrl: url,
  document,
});
