import { keepsBlock, type VersionOrigin } from '../frameworks/keep-block.ts';

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
 * later jury, or another enrolment, has acquired meanwhile still stands.
 */
export const listDocumentsToRevoke = <Document extends StandingDocument>(
  takenBack: readonly BlockTakenBack[],
  documents: readonly Document[],
  versions: readonly VersionOrigin[],
): readonly Document[] =>
  documents.filter((document) => takenBack.some((block) => restsOn(document, block, versions)));

const restsOn = (
  { personId, followed, blockCode, heldBlockCodes }: StandingDocument,
  block: BlockTakenBack,
  versions: readonly VersionOrigin[],
): boolean =>
  personId === block.personId &&
  (blockCode === null || blockCode === block.blockCode) &&
  !heldBlockCodes.includes(block.blockCode) &&
  keepsBlock(block.blockCode, { acquiredUnder: block.acquiredUnder, followed }, versions);
