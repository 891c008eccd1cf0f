import { type MinuteOfDay, type PlainDate, toTemporal, weekdayOf } from './plain-date.ts';

/** Monday first. */
export const weekdayNames = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
];
/** January first, in lower case. */
export const monthNames = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** « 5 octobre 2026 » ; the first of a month is « 1er ». */
export function formatDay(day: PlainDate): string {
  const date = toTemporal(day);
  const dayOfMonth = date.day === 1 ? '1er' : String(date.day);
  return `${dayOfMonth} ${monthNames[date.month - 1]} ${date.year}`;
}

/** « lundi 5 octobre 2026 ». */
export const formatLongDay = (day: PlainDate): string =>
  `${weekdayNames[weekdayOf(day) - 1]} ${formatDay(day)}`;

/** The half-days of a week in its order, Monday being 1: « lundi matin », « lundi après-midi ». */
export const listHalfDays = (
  mornings: readonly number[],
  afternoons: readonly number[],
): readonly string[] =>
  weekdayNames.flatMap((name, index) => [
    ...(mornings.includes(index + 1) ? [`${name} matin`] : []),
    ...(afternoons.includes(index + 1) ? [`${name} après-midi`] : []),
  ]);

/** « 05/10/2026 », for tables and cells. */
export function formatShortDay(day: PlainDate): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** « 02/12 » in the year of `today`, else « 02/01/2027 »: for cells, where room is short. */
export const formatNearDay = (day: PlainDate, today: PlainDate): string =>
  day.slice(0, 4) === today.slice(0, 4) ? formatShortDay(day).slice(0, 5) : formatShortDay(day);

/** A whole number as « 12 » or « 1 234 », thousands parted by a narrow space. */
export const formatCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');

/** Minutes as « 3 h 30 », « 14 h », « 45 min », « 0 h »; thousands parted by a narrow space. */
export function formatMinutes(minutes: number): string {
  const hours = Math.trunc(minutes / 60);
  const rest = Math.abs(minutes % 60);
  if (hours === 0 && rest > 0) return `${rest} min`;
  return rest === 0
    ? `${formatCount(hours)} h`
    : `${formatCount(hours)} h ${String(rest).padStart(2, '0')}`;
}

/**
 * A share of two counts, minutes or people: « 96,2 % », cut rather than rounded up, so that 79,99 %
 * never reads 80. « — » of nothing.
 */
export const formatRate = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${String(Math.floor((1000 * part) / whole) / 10).replace('.', ',')} %`;

/** An hour of the day as « 9 h » or « 12 h 30 ». */
export const formatTime = (minute: MinuteOfDay): string =>
  minute < 60 ? `0 h ${String(minute).padStart(2, '0')}` : formatMinutes(minute);

const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' });
/** « juillet et août », « Roy, Petit et Blanc ». */
export const joinWords = (words: readonly string[]): string => conjunction.format(words);

/** « 1 épreuve », « 3 épreuves »: French counts 0 and 1 as singular. */
export const countNoun = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${Math.abs(count) < 2 ? singular : plural}`;

const numberWords = [
  'zéro',
  'une',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
];

/** « trois » for the things of a sentence (feminine), figures past ten. */
export const numberInWords = (count: number): string => numberWords[count] ?? String(count);

/** « de Lina », « d’Aminata », « d’Hélène », « de Yasmine »: the preposition before a name. */
export const withDe = (name: string): string =>
  /^([aeiouhàâéèêëîïôöùûüœ]|y[^aeiouéè])/i.test(name) ? `d’${name}` : `de ${name}`;

/** « Deux épreuves » of « deux épreuves »: the words that begin a sentence. */
export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
