import { describe, expect, it } from '@jest/globals';
import { checkOpenDay } from './check-open-day.ts';

describe('the day of a session once its members sit (S1:L174, DOMAIN 4.6)', () => {
  it('moves while the session is prepared', () => {
    expect(checkOpenDay({ state: 'prepared', heldOn: '2026-06-18' }, '2026-06-25')).toEqual([]);
  });

  it('is kept once it is open; saying it again changes nothing', () => {
    const open = { state: 'open', heldOn: '2026-06-18' } as const;
    expect(checkOpenDay(open, '2026-06-18')).toEqual([]);
    expect(checkOpenDay(open, '2026-06-25')).toMatchObject([
      { rule: 'jury.day-kept-once-open', path: '/heldOn', source: 'S1:L174, DOMAIN 4.6' },
    ]);
  });
});
