import { describe, expect, it } from '@jest/globals';
import { parisTimestamp } from './paris-timestamp.ts';

describe('the timestamp of a file for the registry follows real Paris time (DOMAIN 11, W81)', () => {
  it.each([
    ['winter', '2026-11-23T08:00:00.000Z', '2026-11-23T09:00:00+01:00'],
    ['summer', '2026-07-01T08:00:00.000Z', '2026-07-01T10:00:00+02:00'],
    ['the last second of winter', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
    ['the first second of summer', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
    ['the last second of summer', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['the first second of winter', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
    [
      'New Year in Paris, not yet at Greenwich',
      '2026-12-31T23:30:00Z',
      '2027-01-01T00:30:00+01:00',
    ],
  ])('%s', (_, instant, written) => {
    expect(parisTimestamp(instant)).toBe(written);
  });
});
