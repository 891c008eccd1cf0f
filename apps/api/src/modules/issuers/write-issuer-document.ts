import type { IssuerAddress } from './issuer-address.ts';

/** What a centre publishes of its keys (W3C Controlled Identifiers), also of those that sign no more. */
export const writeIssuerDocument = (
  { did, keyOf }: IssuerAddress,
  keys: readonly { readonly id: string; readonly publicKey: string }[],
) => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: did,
  verificationMethod: keys.map(({ id, publicKey }) => ({
    id: keyOf(id),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: publicKey,
  })),
  assertionMethod: keys.map(({ id }) => keyOf(id)),
});
