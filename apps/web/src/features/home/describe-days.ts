import { formatCount } from '@jalon/domain';

const narrow = '\u00A0';

/** « − 4 jours », « 9 jours », « aujourd’hui »; nothing when no day binds. */
export function describeDays(days: number | null): string {
  if (days === null) return '';
  if (days === 0) return 'aujourd’hui';
  const count = Math.abs(days);
  return `${days < 0 ? `−${narrow}` : ''}${formatCount(count)}${narrow}jour${count === 1 ? '' : 's'}`;
}
