const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

/** Lower case without accents, for comparing what people type. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * A day as people type it — `5/10/2026`, `05.10.2026`, `05102026`, `5 octobre 2026`, `2026-10-05` —
 * as `YYYY-MM-DD`; `null` when it is none of these or no day of the calendar.
 */
export function parseFrenchDay(text: string): string | null {
  const [year, month, day] = readParts(fold(text.trim())) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function readParts(text: string): [number, number, number] | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const spelled = /^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/.exec(text);
  if (spelled) return [Number(spelled[3]), readMonth(spelled[2] ?? ''), Number(spelled[1])];
  const figures =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return figures ? [Number(figures[3]), Number(figures[2]), Number(figures[1])] : null;
}

/** 1 to 12 from a whole or shortened month; 0, no month, when it fits none or several. */
function readMonth(word: string): number {
  const fitting = months.filter((month) => word.length >= 3 && month.startsWith(word));
  return fitting.length === 1 ? months.indexOf(fitting[0] ?? '') + 1 : 0;
}

/** What to say of a day that cannot be read. */
export function explainUnreadDay(text: string): string {
  if (/^\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2}$/.test(text.trim()))
    return 'Écrivez l’année sur quatre chiffres, par exemple 05/10/2026.';
  return readParts(fold(text.trim()))
    ? `Le ${text.trim()} n’existe pas. Indiquez une date du calendrier.`
    : 'Écrivez la date comme 05/10/2026.';
}

/** `2026-10-05` as « 05/10/2026 »; anything else as it is. */
export const showDay = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.split('-').reverse().join('/') : day;
