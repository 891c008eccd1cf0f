import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { type HolidayZone, holidayZones } from '../vocabulary.ts';
import { isPublicHoliday, publicHolidays } from './public-holidays.ts';

const dates = (year: number, zone: HolidayZone) =>
  publicHolidays(year, zone).map((holiday) => holiday.date);

describe('DOMAIN 12: movable days, art. L3133-1', () => {
  it.each([
    [2025, '2025-04-18', '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'],
  ])(
    '%i: Good Friday, Easter Monday, Ascension and Whit Monday',
    (year, friday, monday, ascension, whit) => {
      const named = Object.fromEntries(
        publicHolidays(year, 'alsace_moselle').map(({ name, date }) => [name, date]),
      );
      expect(named).toMatchObject({
        'Vendredi saint': friday,
        'lundi de Pâques': monday,
        Ascension: ascension,
        'lundi de Pentecôte': whit,
      });
    },
  );
});

describe('DOMAIN 12: zones', () => {
  it('metropolitan France has the eleven days of art. L3133-1', () => {
    expect(dates(2026, 'metropole')).toHaveLength(11);
  });

  it('Alsace-Moselle adds Good Friday and 26 December, art. L3134-13', () => {
    const added = dates(2026, 'alsace_moselle').filter((day) => !isPublicHoliday(day, 'metropole'));
    expect(added).toEqual(['2026-04-03', '2026-12-26']);
  });

  it.each([
    ['mayotte', '2026-04-27'],
    ['martinique', '2026-05-22'],
    ['guadeloupe', '2026-05-27'],
    ['saint_martin', '2026-05-27'],
    ['guyane', '2026-06-10'],
    ['saint_barthelemy', '2026-10-09'],
    ['reunion', '2026-12-20'],
  ] as const)('%s adds its day of abolition, art. L3422-2', (zone, day) => {
    expect(isPublicHoliday(day, zone)).toBe(true);
    expect(isPublicHoliday(day, 'metropole')).toBe(false);
  });
});

describe('date-holidays agrees on every zone and year', () => {
  const region: Record<HolidayZone, string | null> = {
    metropole: null,
    alsace_moselle: '67',
    guadeloupe: 'GP',
    martinique: 'MQ',
    guyane: 'GF',
    reunion: 'RE',
    mayotte: 'YT',
    saint_barthelemy: 'BL',
    saint_martin: 'MF',
  };
  // Good Friday is off in the Antilles by custom: art. L3422-2 does not list it.
  const byCustom = (zone: HolidayZone, name: string) =>
    ['guadeloupe', 'martinique'].includes(zone) && name === 'Vendredi saint';
  const oracleDates = (year: number, zone: HolidayZone) => {
    const state = region[zone];
    const oracle = state === null ? new Holidays('FR') : new Holidays('FR', state);
    const days = oracle
      .getHolidays(year, 'fr')
      .filter((holiday) => holiday.type === 'public' && !byCustom(zone, holiday.name))
      .map((holiday) => holiday.date.slice(0, 10));
    return [...new Set(days)].sort();
  };

  it.each(holidayZones)('%s', (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2090 }), (year) => {
        expect([...new Set(dates(year, zone))]).toEqual(oracleDates(year, zone));
      }),
      { numRuns: 40 },
    );
  });
});
