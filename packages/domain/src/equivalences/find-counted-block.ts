import { keepsBlock, type VersionOrigin } from '../frameworks/keep-block.ts';
import { type AcquiredBlock, type Equivalence, findApprovedBlock } from './equivalence.ts';

/**
 * The block of the followed version as which a decided one counts: by the certifier's approval, else
 * the same block when the version keeps it (S1:L176, DOMAIN 4.4, Q4); `null` when it counts for none.
 */
export function findCountedBlock(
  decided: Pick<AcquiredBlock, 'acquiredUnder' | 'blockCode'>,
  followed: string,
  versions: readonly VersionOrigin[],
  equivalences: readonly Equivalence[],
): string | null {
  const approved = findApprovedBlock(decided, followed, equivalences);
  if (approved !== null) return approved;
  const between = { acquiredUnder: decided.acquiredUnder, followed };
  return keepsBlock(decided.blockCode, between, versions) ? decided.blockCode : null;
}
