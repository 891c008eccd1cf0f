import { describe, expect, it } from '@jest/globals';
import { type HolidayZone, holidayZones } from '../vocabulary.ts';
import { timeZoneOf } from './time-zone.ts';

/** The hour that the clock shows at noon UTC, winter and summer. */
const atNoonUtc = (zone: HolidayZone) =>
  ['2027-01-15T12:00:00Z', '2027-07-15T12:00:00Z'].map((instant) =>
    Number(
      new Intl.DateTimeFormat('en-GB', {
        timeZone: timeZoneOf(zone),
        hour: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(instant)),
    ),
  );

describe('the legal time of a site (décret n° 2017-292)', () => {
  it.each([
    ['metropole', [13, 14]],
    ['alsace_moselle', [13, 14]],
    ['guadeloupe', [8, 8]],
    ['martinique', [8, 8]],
    ['saint_barthelemy', [8, 8]],
    ['saint_martin', [8, 8]],
    ['guyane', [9, 9]],
    ['reunion', [16, 16]],
    ['mayotte', [15, 15]],
  ] as const)('%s: noon UTC is %j o’clock in winter and in summer', (zone, hours) => {
    expect(atNoonUtc(zone)).toEqual([...hours]);
  });

  it('every zone of holidays has one', () => {
    for (const zone of holidayZones) expect(atNoonUtc(zone)).toHaveLength(2);
  });
});
