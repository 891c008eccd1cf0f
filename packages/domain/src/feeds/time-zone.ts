import type { HolidayZone } from '../vocabulary.ts';

/** By the same law as the holidays: each overseas zone has its own legal time (décret n° 2017-292). */
const overseas: Partial<Record<HolidayZone, string>> = {
  guadeloupe: 'America/Guadeloupe',
  martinique: 'America/Martinique',
  guyane: 'America/Cayenne',
  reunion: 'Indian/Reunion',
  mayotte: 'Indian/Mayotte',
  saint_barthelemy: 'America/St_Barthelemy',
  saint_martin: 'America/Marigot',
};

/** The IANA time zone in which the clocks of a site's zone stand: its hours are written in it. */
export const timeZoneOf = (zone: HolidayZone): string => overseas[zone] ?? 'Europe/Paris';
