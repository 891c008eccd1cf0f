import type { EnrolmentState } from '../certificates/end-enrolment.ts';
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
  /** The person is before a coming jury of that framework under another enrolment. */
  readonly isSeatedElsewhere: boolean;
}

/** A decision that did not acquire the block. */
export interface Refused {
  readonly decision: Exclude<BlockDecision, 'acquired'>;
}

/**
 * The decisions that leave a block to be presented again (S1:L176): the last one on the block,
 * whatever the enrolment under which the person came before the jury, unless some jury has acquired
 * it on the same framework version, the person has left that training, or comes before the next jury
 * with another enrolment. Decisions come oldest first.
 */
export function listOpenResits<Decided extends DecidedBlock>(
  decisions: readonly Decided[],
): readonly (Decided & Refused)[] {
  const last = new Map<string, Decided>();
  for (const decided of decisions) {
    const key = `${decided.personId} ${decided.frameworkVersionId} ${decided.blockCode}`;
    if (last.get(key)?.decision !== 'acquired') last.set(key, decided);
  }
  return [...last.values()].filter(
    (decided): decided is Decided & Refused =>
      decided.decision !== 'acquired' &&
      decided.enrolmentState !== 'withdrawn' &&
      !decided.isSeatedElsewhere,
  );
}
