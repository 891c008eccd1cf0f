import { describe, expect, it } from '@jest/globals';
import { checkBlocksHeld } from './check-block-attestation.ts';

describe('an attestation of acquired blocks (S1:L176)', () => {
  it('says what a jury has acquired, one block at least', () => {
    expect(checkBlocksHeld(1)).toEqual([]);
    expect(checkBlocksHeld(0)).toMatchObject([
      { rule: 'certificate.block-to-attest', path: '', source: 'S1:L176' },
    ]);
  });
});
