import { describe, expect, it } from '@jest/globals';
import { checkCohortStart } from './check-cohort-start.ts';

describe('a cohort does not begin after what was recorded in it (DOMAIN 8.1)', () => {
  it('its first day may move up to the first presence', () => {
    expect(checkCohortStart('2026-07-27', '2026-07-27')).toEqual([]);
    expect(checkCohortStart('2026-07-28', null)).toEqual([]);
  });

  it('not beyond it, and says since when', () => {
    expect(checkCohortStart('2026-12-01', '2026-07-27')).toMatchObject([
      {
        rule: 'cohort.starts-before-record',
        path: '/startsOn',
        message: expect.stringContaining('depuis le 27 juillet 2026'),
      },
    ]);
  });
});
