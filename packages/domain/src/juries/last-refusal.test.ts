import { describe, expect, it } from '@jest/globals';
import { lastRefusal } from './last-refusal.ts';

const verdict = (
  decision: 'acquired' | 'not_acquired' | 'adjourned',
  decidedOn: string,
  jurySessionId = decidedOn,
) => ({ blockCode: 'B2', decision, decidedOn, jurySessionId });

describe('the last refusal of a block (Q2)', () => {
  it('is the latest before the session, of that block alone', () => {
    const verdicts = [verdict('not_acquired', '2026-11-18'), verdict('not_acquired', '2026-06-12')];
    const session = { id: 'now', heldOn: '2026-12-14' };
    expect(lastRefusal(verdicts, 'B2', session)).toBe('2026-11-18');
    expect(lastRefusal(verdicts, 'B2', { id: 'past', heldOn: '2026-07-01' })).toBe('2026-06-12');
    expect(lastRefusal(verdicts, 'B1', session)).toBeNull();
  });

  it('a session does not count its own decision, and counts that of another on the same day', () => {
    const morning = [verdict('not_acquired', '2026-11-18', 'morning')];
    expect(lastRefusal(morning, 'B2', { id: 'morning', heldOn: '2026-11-18' })).toBeNull();
    const afternoon = { id: 'afternoon', heldOn: '2026-11-18' };
    expect(lastRefusal(morning, 'B2', afternoon)).toBe('2026-11-18');
  });

  it('outside of a session a refusal of today counts at once', () => {
    expect(lastRefusal([verdict('not_acquired', '2026-11-18')], 'B2', null)).toBe('2026-11-18');
  });

  it('whoever was adjourned as absent has still been refused before', () => {
    const verdicts = [verdict('not_acquired', '2026-06-12'), verdict('adjourned', '2026-11-18')];
    expect(lastRefusal(verdicts, 'B2', null)).toBe('2026-06-12');
  });
});
