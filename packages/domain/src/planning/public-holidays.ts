import { addDays, type PlainDate } from '../plain-date.ts';
import type { HolidayZone } from '../vocabulary.ts';

/** A public holiday; `source` is the article that makes it one. */
export interface PublicHoliday {
  readonly date: PlainDate;
  /** French name, e.g. « lundi de Pâques », ready to stand after « férié : ». */
  readonly name: string;
  readonly source: string;
}

/**
 * The day of abolition in each overseas zone (art. L3422-2). Saint-Martin celebrates on 28 May by
 * custom since 2018; the article still prints 27 May. Good Friday in the Antilles is custom too.
 */
const abolitionDays: Partial<Record<HolidayZone, string>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  saint_martin: '05-27',
  guyane: '06-10',
  saint_barthelemy: '10-09',
  reunion: '12-20',
};

/**
 * Every public holiday of a year in a zone, in order of date (art. L3133-1, L3134-13, L3422-2;
 * DOMAIN 12). Good Friday is given to the whole of Alsace-Moselle although the article keeps it for
 * communes with a Protestant church: a day too many off never breaks a calendar.
 *
 * @param year 1583 to 4000, the Gregorian calendar.
 */
export function publicHolidays(year: number, zone: HolidayZone): readonly PublicHoliday[] {
  return [...generalHolidays(year), ...zoneHolidays(year, zone)].sort((a, b) =>
    a.date.localeCompare(b.date),
  );
}

/** Results kept by year and zone: a calendar asks for thousands of days of a few years. */
const computed = new Map<string, ReadonlyMap<PlainDate, PublicHoliday>>();

/** The public holiday that falls on `day` in the zone, or `null`. */
export function findPublicHoliday(day: PlainDate, zone: HolidayZone): PublicHoliday | null {
  const year = day.slice(0, 4);
  const key = `${year} ${zone}`;
  const known =
    computed.get(key) ??
    new Map(publicHolidays(Number(year), zone).map((holiday) => [holiday.date, holiday]));
  computed.set(key, known);
  return known.get(day) ?? null;
}

/** Whether `day` is a public holiday in the zone. */
export const isPublicHoliday = (day: PlainDate, zone: HolidayZone): boolean =>
  findPublicHoliday(day, zone) !== null;

function generalHolidays(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const days: readonly (readonly [PlainDate, string])[] = [
    [`${year}-01-01`, 'jour de l’An'],
    [addDays(easter, 1), 'lundi de Pâques'],
    [`${year}-05-01`, 'fête du Travail'],
    [`${year}-05-08`, 'victoire de 1945'],
    [addDays(easter, 39), 'Ascension'],
    [addDays(easter, 50), 'lundi de Pentecôte'],
    [`${year}-07-14`, 'fête nationale'],
    [`${year}-08-15`, 'Assomption'],
    [`${year}-11-01`, 'Toussaint'],
    [`${year}-11-11`, 'armistice de 1918'],
    [`${year}-12-25`, 'Noël'],
  ];
  return days.map(([date, name]) => ({ date, name, source: 'art. L3133-1' }));
}

function zoneHolidays(year: number, zone: HolidayZone): readonly PublicHoliday[] {
  if (zone === 'alsace_moselle') {
    return [
      { date: addDays(easterSunday(year), -2), name: 'Vendredi saint', source: 'art. L3134-13' },
      { date: `${year}-12-26`, name: 'lendemain de Noël', source: 'art. L3134-13' },
    ];
  }
  const abolition = abolitionDays[zone];
  if (abolition === undefined) return [];
  return [
    { date: `${year}-${abolition}`, name: 'abolition de l’esclavage', source: 'art. L3422-2' },
  ];
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): PlainDate {
  const goldenYear = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lunarShift = Math.floor((century + 8) / 25);
  const solarShift = Math.floor((century - lunarShift + 1) / 3);
  const epact = (19 * goldenYear + century - Math.floor(century / 4) - solarShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((goldenYear + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * correction + 114;
  const month = String(Math.floor(count / 31)).padStart(2, '0');
  const day = String((count % 31) + 1).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
