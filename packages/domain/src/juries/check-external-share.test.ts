import { describe, expect, it } from '@jest/globals';
import type { JuryMember } from './check-composition.ts';
import { checkExternalShare } from './check-external-share.ts';

const member = (isInternal: boolean, isVoting = true): JuryMember => ({
  id: 'm',
  name: 'Dupuis Marc',
  college: 'employer',
  isChair: false,
  isPresent: true,
  isVoting,
  isInternal,
});

describe('at least half of the voters come from outside (W34)', () => {
  it('is met by half, and by all', () => {
    expect(checkExternalShare([member(true), member(false)]).met).toBe(true);
    expect(checkExternalShare([member(false), member(false)]).met).toBe(true);
  });

  it('is not met by less than half', () => {
    expect(checkExternalShare([member(true), member(true), member(false)])).toMatchObject({
      met: false,
      facts:
        '1 votant extérieur au centre et au certificateur sur 3 : il en faut au moins la moitié.',
    });
  });

  it('counts neither the absent nor alternates', () => {
    const absent = { ...member(true), isPresent: false };
    expect(checkExternalShare([member(false), absent, member(true, false)]).met).toBe(true);
  });
});
