import { formatTime } from '@jalon/domain';

const moment = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** « 23 novembre 2026, 9 h 05 », Paris time. */
export function formatMoment(instant: string): string {
  const parts = Object.fromEntries(
    moment.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const { day, month, year, hour, minute } = parts;
  return `${day} ${month} ${year}, ${formatTime(Number(hour) * 60 + Number(minute))}`;
}
