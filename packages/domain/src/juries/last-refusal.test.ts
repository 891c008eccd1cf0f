import { describe, expect, it } from '@jest/globals';
import { lastRefusal } from './last-refusal.ts';

const verdict = (decision: 'acquired' | 'not_acquired' | 'adjourned', decidedOn: string) => ({
  blockCode: 'B2',
  decision,
  decidedOn,
});

describe('the last refusal of a block (Q2)', () => {
  it('is the latest before the day, of that block alone', () => {
    const verdicts = [verdict('not_acquired', '2026-11-18'), verdict('not_acquired', '2026-06-12')];
    expect(lastRefusal(verdicts, 'B2', '2026-12-14')).toBe('2026-11-18');
    expect(lastRefusal(verdicts, 'B1', '2026-12-14')).toBeNull();
  });

  it('a session does not count its own decision', () => {
    expect(lastRefusal([verdict('not_acquired', '2026-11-18')], 'B2', '2026-11-18')).toBeNull();
  });

  it('whoever was adjourned as absent has still been refused before', () => {
    const verdicts = [verdict('not_acquired', '2026-06-12'), verdict('adjourned', '2026-11-18')];
    expect(lastRefusal(verdicts, 'B2', '2026-12-14')).toBe('2026-06-12');
  });
});
