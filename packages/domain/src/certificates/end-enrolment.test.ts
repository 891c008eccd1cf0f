import { describe, expect, it } from '@jest/globals';
import { endEnrolment, reopenEnrolment } from './end-enrolment.ts';

describe('what issuing the certificate does to the enrolment', () => {
  it('ends the training, also of someone who left after the last block (S1:L176)', () => {
    expect(endEnrolment('active')).toBe('completed');
    expect(endEnrolment('withdrawn')).toBe('completed');
  });

  it('changes nothing the second time', () => {
    expect(endEnrolment('completed')).toBeNull();
  });
});

describe('DOMAIN 4.6: a revoked certificate that nothing replaces no longer ends the course', () => {
  it('the enrolment is as it was before', () => {
    expect(reopenEnrolment({ state: 'completed', hasAbandoned: false })).toBe('active');
    expect(reopenEnrolment({ state: 'completed', hasAbandoned: true })).toBe('withdrawn');
    expect(reopenEnrolment({ state: 'active', hasAbandoned: false })).toBeNull();
  });
});
