import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import { keepsBlock, type VersionOrigin } from '../frameworks/keep-block.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** What a closed jury decided on one block of one person, under one of their enrolments. */
export interface DecidedBlock {
  readonly personId: string;
  readonly enrolmentState: EnrolmentState;
  readonly frameworkVersionId: string;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  /** Versions of the coming juries before which the person comes under other enrolments. */
  readonly seatedUnder: readonly string[];
}

/** A decision that did not acquire the block. */
export interface Refused {
  readonly decision: Exclude<BlockDecision, 'acquired'>;
}

/**
 * The decisions that leave a block to be presented again (S1:L176): the last one on the block,
 * whatever the enrolment under which the person came before the jury, unless some jury has acquired
 * it, on that framework version or on one that keeps its blocks, the person has left that training,
 * or comes before the next jury of such a version with another enrolment. Decisions come oldest
 * first; `versions` are those of the centre.
 */
export function listOpenResits<Decided extends DecidedBlock>(
  decisions: readonly Decided[],
  versions: readonly VersionOrigin[],
): readonly (Decided & Refused)[] {
  const isKept = (blockCode: string, acquiredUnder: string, followed: string) =>
    keepsBlock(blockCode, { acquiredUnder, followed }, versions);
  const last: Decided[] = [];
  for (const decided of decisions) {
    const at = last.findIndex(
      (one) =>
        one.personId === decided.personId &&
        one.blockCode === decided.blockCode &&
        isKept(one.blockCode, one.frameworkVersionId, decided.frameworkVersionId),
    );
    if (at === -1) last.push(decided);
    else if (last[at]?.decision !== 'acquired') last[at] = decided;
  }
  return last.filter(
    (decided): decided is Decided & Refused =>
      decided.decision !== 'acquired' &&
      decided.enrolmentState !== 'withdrawn' &&
      !decided.seatedUnder.some((version) =>
        isKept(decided.blockCode, decided.frameworkVersionId, version),
      ),
  );
}
