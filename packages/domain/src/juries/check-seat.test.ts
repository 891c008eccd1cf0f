import { describe, expect, it } from '@jest/globals';
import { checkSeat, originOf } from './check-seat.ts';

const messageFor = (seat: Parameters<typeof checkSeat>[0]) => checkSeat(seat)[0]?.message ?? null;

describe('who writes a decision of the jury down (DOMAIN 4.6, W34)', () => {
  it('a member who sits, and the office for the jury', () => {
    expect(checkSeat('sitting')).toEqual([]);
    expect(checkSeat('office')).toEqual([]);
  });

  it('not a member whose attendance nobody has marked', () => {
    expect(messageFor('unmarked')).toContain('pas encore notée');
  });

  it('neither a member marked absent nor an alternate who replaces nobody', () => {
    expect(messageFor('absent')).toContain('noté absent');
    expect(messageFor('alternate')).toContain('suppléant');
    expect(messageFor('none')).toContain('pas membre');
  });

  it('the office’s entry is another act than a member’s, and stays marked so', () => {
    expect(originOf('office')).toBe('office');
    expect(originOf('sitting')).toBe('member');
  });
});
