import { describe, expect, it } from '@jest/globals';
import { checkSessionFramework } from './check-session-framework.ts';

const version = (id: string, outcome: 'certificate' | 'attestation' = 'certificate') => ({
  id,
  outcome,
});
const rulesOf = (...versions: ReturnType<typeof version>[]) =>
  checkSessionFramework(versions).map(({ rule }) => rule);

describe('what a jury session judges (S1:L132–155, L174)', () => {
  it('one version, whatever the number of cohorts that follow it', () => {
    expect(rulesOf(version('v1'))).toEqual([]);
    expect(rulesOf(version('v1'), version('v1'))).toEqual([]);
    expect(rulesOf(version('v1'), version('v2'))).toEqual(['jury.one-framework']);
    expect(rulesOf()).toEqual(['jury.framework-chosen']);
  });

  it('an FAE ends with an attestation and no jury (S2:L195)', () => {
    expect(rulesOf(version('fae', 'attestation'))).toEqual(['jury.ends-with-certificate']);
  });
});
