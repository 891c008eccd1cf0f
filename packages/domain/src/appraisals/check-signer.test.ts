import { describe, expect, it } from '@jest/globals';
import { checkCorrection, checkSigner } from './check-signer.ts';

const rulesOf = (findings: readonly { readonly rule: string }[]) =>
  findings.map(({ rule }) => rule);

describe('nobody signs an appraisal for another (DOMAIN 4.5, 8.1)', () => {
  it('the name typed is that of who came in, capitals and accents aside', () => {
    expect(checkSigner('  hélène FERRAND ', 'Helene Ferrand')).toEqual([]);
    const [refused] = checkSigner('Paul Martin', 'Hélène Ferrand');
    expect(refused).toMatchObject({
      rule: 'appraisal.signed-by-oneself',
      path: '/confirmedName',
    });
    expect(refused?.message).toContain('celle d’Hélène Ferrand');
  });
});

describe('a signed appraisal never changes: another takes its place (DOMAIN 4.5)', () => {
  const open = { end: null, acquiredOn: null, enrolmentState: 'active' } as const;

  it('by the tutor in post, while the learner is in training', () => {
    expect(checkCorrection(open)).toEqual([]);
    expect(rulesOf(checkCorrection({ ...open, end: 'tutor_replaced' }))).toEqual([
      'appraisal.corrected-by-tutor-in-post',
    ]);
    expect(rulesOf(checkCorrection({ ...open, enrolmentState: 'withdrawn' }))).toEqual([
      'appraisal.corrected-in-training',
    ]);
  });

  it('not once a jury has acquired the block (S1:L176)', () => {
    expect(
      rulesOf(checkCorrection({ ...open, acquiredOn: '2026-06-18', enrolmentState: 'completed' })),
    ).toEqual(['appraisal.block-acquired']);
  });
});
