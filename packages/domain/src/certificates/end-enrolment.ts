import type { enrolmentStateNames } from '../enrolments/french-names.ts';

/** Where an enrolment stands: in training, left, or ended by its certificate or attestation. */
export type EnrolmentState = keyof typeof enrolmentStateNames;

/**
 * The state of an enrolment once its certificate, or the attestation of an FAE, is issued: the
 * course has reached its end, also for someone who had left after the last block, since acquired
 * blocks are kept (S1:L176). `null` when nothing changes.
 */
export const endEnrolment = (state: EnrolmentState): 'completed' | null =>
  state === 'completed' ? null : 'completed';

/**
 * The state of an enrolment whose certificate no longer holds and is not replaced: where it was
 * before, in training, or left for someone who had abandoned; the certificate can then be issued
 * anew. `null` when nothing changes.
 */
export const reopenEnrolment = (enrolment: {
  readonly state: EnrolmentState;
  readonly hasAbandoned: boolean;
}): 'active' | 'withdrawn' | null => {
  if (enrolment.state !== 'completed') return null;
  return enrolment.hasAbandoned ? 'withdrawn' : 'active';
};
