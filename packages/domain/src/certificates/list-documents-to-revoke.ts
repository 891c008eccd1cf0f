import type { PersonalEquivalence } from '../equivalences/equivalence.ts';
import { findCountedBlock } from '../equivalences/find-counted-block.ts';
import type { VersionOrigin } from '../frameworks/keep-block.ts';

/** A block that a jury has taken back from somebody by rectifying minutes. */
export interface BlockTakenBack {
  readonly personId: string;
  readonly blockCode: string;
  /** The version under which it had been acquired. */
  readonly acquiredUnder: string;
}

/** A certificate or an attestation that stands, in whichever enrolment of the person. */
export interface StandingDocument {
  readonly personId: string;
  /** The version that its enrolment follows. */
  readonly followed: string;
  /** The block that it attests; `null` for what ends the course. */
  readonly blockCode: string | null;
  /** Blocks that the enrolment holds now, kept from another one included. */
  readonly heldBlockCodes: readonly string[];
}

/**
 * The documents that say a block which nobody holds any more: those of the enrolment that was judged,
 * and those of another enrolment of the person that had kept it (S1:L176, DOMAIN 4.6). One that a
 * later jury, or another enrolment, has acquired meanwhile still stands. A block that the certifier
 * recognised as another is looked for under that one (Q4).
 */
export const listDocumentsToRevoke = <Document extends StandingDocument>(
  takenBack: readonly BlockTakenBack[],
  documents: readonly Document[],
  versions: readonly VersionOrigin[],
  equivalences: readonly PersonalEquivalence[],
): readonly Document[] =>
  documents.filter((document) =>
    takenBack.some((block) => restsOn(document, block, versions, equivalences)),
  );

function restsOn(
  { personId, followed, blockCode, heldBlockCodes }: StandingDocument,
  block: BlockTakenBack,
  versions: readonly VersionOrigin[],
  equivalences: readonly PersonalEquivalence[],
): boolean {
  if (personId !== block.personId) return false;
  const own = equivalences.filter((one) => one.personId === personId);
  const counted = findCountedBlock(block, followed, versions, own);
  if (counted === null || heldBlockCodes.includes(counted)) return false;
  return blockCode === null || blockCode === counted;
}
