/** What tells whether two versions of a framework lead to the same blocks. */
export interface VersionOrigin {
  readonly id: string;
  readonly title: string;
  /** The version it was copied from; `null` when it was entered or delivered on its own. */
  readonly copiedFromId: string | null;
  /** The certification it prepares: its RNCP code, else its name; `null` for an attestation. */
  readonly certification: string | null;
  /** Names of the blocks, by code. */
  readonly blockNames: Readonly<Record<string, string>>;
}

/**
 * Whether a block acquired under one version is kept under another (S1:L176, DOMAIN 4.4). It is the
 * same block when both versions prepare the same certification and both have it: under the same
 * code when one descends from the other by copy or both from a third, else under the same code and
 * name. Another certification stays apart: an equivalence is for the certifier to approve (Q4).
 */
export function keepsBlock(
  blockCode: string,
  between: { readonly acquiredUnder: string; readonly followed: string },
  versions: readonly VersionOrigin[],
): boolean {
  if (between.acquiredUnder === between.followed) return true;
  const acquired = versions.find(({ id }) => id === between.acquiredUnder);
  const followed = versions.find(({ id }) => id === between.followed);
  if (!acquired || !followed) return false;
  if (acquired.certification === null || acquired.certification !== followed.certification) {
    return false;
  }
  const name = acquired.blockNames[blockCode];
  const ownName = followed.blockNames[blockCode];
  if (name === undefined || ownName === undefined) return false;
  return name === ownName || originOf(acquired, versions) === originOf(followed, versions);
}

/** The version at the head of a line of copies. */
function originOf(version: VersionOrigin, versions: readonly VersionOrigin[]): string {
  const parent = versions.find(({ id }) => id === version.copiedFromId);
  return parent ? originOf(parent, versions) : version.id;
}
