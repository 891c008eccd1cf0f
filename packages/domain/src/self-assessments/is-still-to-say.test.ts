import { describe, expect, it } from '@jest/globals';
import { isStillToSay } from './is-still-to-say.ts';

describe('a campaign invites a learner to assess themselves (DOMAIN 4.5)', () => {
  it('until they have, and leaves alone who did within the two weeks before', () => {
    const opensOn = '2026-11-30';
    expect(isStillToSay(null, opensOn)).toBe(true);
    expect(isStillToSay('2026-11-15', opensOn)).toBe(true);
    expect(isStillToSay('2026-11-16', opensOn)).toBe(false);
    expect(isStillToSay('2026-12-02', opensOn)).toBe(false);
  });
});
