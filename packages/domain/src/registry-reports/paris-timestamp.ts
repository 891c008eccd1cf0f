import { Temporal } from 'temporal-polyfill';

/**
 * An instant as the registry wants it: Paris time with the offset of that day, « 2026-07-01T10:00:00+02:00 »
 * in summer, `+01:00` in winter (DOMAIN 11, W81). The offset is that of the time zone database.
 * @param instant ISO 8601 with a zone
 */
export const parisTimestamp = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/Paris')
    .toString({ fractionalSecondDigits: 0, timeZoneName: 'never' });
