import { describe, expect, it } from '@jest/globals';
import { endEnrolment } from './end-enrolment.ts';

describe('what issuing the certificate does to the enrolment', () => {
  it('ends the training, also of someone who left after the last block (S1:L176)', () => {
    expect(endEnrolment('active')).toBe('completed');
    expect(endEnrolment('withdrawn')).toBe('completed');
  });

  it('changes nothing the second time', () => {
    expect(endEnrolment('completed')).toBeNull();
  });
});
