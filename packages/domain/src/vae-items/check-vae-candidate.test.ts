import { describe, expect, it } from '@jest/globals';
import { checkVaeCandidate } from './check-vae-candidate.ts';

describe('the checklist of the VAE (DOMAIN 4.7)', () => {
  it('is that of its candidates only', () => {
    expect(checkVaeCandidate('vae')).toEqual([]);
    expect(checkVaeCandidate('professional_contract')).toMatchObject([
      { rule: 'vae.candidate', path: '', source: 'DOMAIN 4.7' },
    ]);
  });
});
