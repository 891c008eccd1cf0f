/** Where whoever verifies finds what a centre publishes. */
export interface IssuerAddress {
  /** The centre as an issuer, `did:web`: it leads to the document that lists its keys. */
  readonly did: string;
  /** That document, over HTTPS. */
  readonly document: string;
  keyOf(keyId: string): string;
  statusList(list: number): string;
  credential(publicCode: string): string;
  /** The page behind the QR code. */
  page(publicCode: string): string;
}

/** Every address of one centre, from the public address of the installation and the centre's own. */
export function issuerAddress(publicUrl: string, slug: string): IssuerAddress {
  const { host } = new URL(publicUrl);
  const did = `did:web:${encodeURIComponent(host)}:api:issuers:${slug}`;
  const at = (path: string): string => new URL(path, publicUrl).toString();
  return {
    did,
    document: at(`/api/issuers/${slug}/did.json`),
    keyOf: (keyId) => `${did}#${keyId}`,
    statusList: (list) => at(`/api/issuers/${slug}/status-lists/${list}`),
    credential: (publicCode) => at(`/api/verifications/${publicCode}/credential`),
    page: (publicCode) => at(`/verifier/${publicCode}`),
  };
}
