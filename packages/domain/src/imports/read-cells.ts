import { isSiret } from '../enrolments/check-siret.ts';
import { mailAddress } from '../people/mail-address.ts';
import { normaliseName } from '../people/normalise-name.ts';
import { isTypedYear, type PlainDate, sayTypedYears, toTemporal } from '../plain-date.ts';

/** A cell read, or why it cannot be. */
export type CellResult<T> = { readonly value: T } | { readonly problem: string };

const ok = <T>(value: T): CellResult<T> => ({ value });
const refuse = (problem: string): CellResult<never> => ({ problem });

/** Excel writes a long number as `3,62521E+13`: its last digits are lost. */
const isAbbreviated = (text: string): boolean => /^\d([.,]\d+)?E\+\d+$/i.test(text);
const abbreviated = refuse(
  'Le tableur a abrégé ce nombre et perdu des chiffres : mettez la colonne au format texte.',
);

/** `05/10/2026`, `5-10-26` or `2026-10-05`, a real day of the calendar, of a year that a form takes. */
export function readDay(text: string): CellResult<PlainDate> {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(T[\d:.]+Z?)?$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [fullYear(french?.[3]), french?.[2], french?.[1]];
  if (!year || !month || !day)
    return refuse(`« ${text} » n’est pas une date : écrivez-la comme 05/10/2026.`);
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    const day = toTemporal(value).toString();
    return isTypedYear(day) ? ok(day) : refuse(sayTypedYears);
  } catch {
    return refuse(`Le ${text} n’existe pas dans le calendrier.`);
  }
}

/** Two digits are of this century up to 40, of the former one above: births and hirings. */
const fullYear = (year: string | undefined): string | undefined =>
  year?.length === 2 ? `${Number(year) > 40 ? '19' : '20'}${year}` : year;

/** A mail address, as the forms take it, in lower case. */
export function readEmail(text: string): CellResult<string> {
  const email = text.toLowerCase();
  return mailAddress.test(email) ? ok(email) : refuse(`« ${text} » n’est pas une adresse mail.`);
}

/** A French phone number; a spreadsheet drops the first 0. */
export function readPhone(text: string): CellResult<string> {
  if (isAbbreviated(text)) return abbreviated;
  const value = /^[1-9]\d{8}$/.test(text) ? `0${text}` : text;
  return /^\+?[\d\s.()-]{6,20}$/.test(value)
    ? ok(value)
    : refuse(`« ${text} » n’est pas un numéro de téléphone.`);
}

/** A SIRET without spaces, its key checked. */
export function readSiret(text: string): CellResult<string> {
  if (isAbbreviated(text)) return abbreviated;
  const value = text.replace(/\s/g, '').padStart(14, '0');
  return isSiret(value)
    ? ok(value)
    : refuse(`« ${text} » n’est pas un SIRET valable : 14 chiffres, vérifiez-les.`);
}

/** The INSEE code or postcode of a commune; a spreadsheet drops the first 0. */
export function readPlaceCode(text: string): CellResult<string> {
  const value = (/^\d{4}$/.test(text) ? `0${text}` : text).toUpperCase();
  return /^(\d{5}|2[AB]\d{3})$/.test(value)
    ? ok(value)
    : refuse(`« ${text} » n’est pas un code INSEE ou postal : 5 caractères, par exemple 72181.`);
}

/** A whole number within bounds. */
export function readInteger(text: string, min: number, max: number): CellResult<number> {
  const digits = /^(?:niveau\s*)?(\d+)(?:[.,]0+)?(?:\s*ans?)?$/i.exec(text)?.[1];
  const value = Number(digits);
  return digits !== undefined && value >= min && value <= max
    ? ok(value)
    : refuse(`« ${text} » n’est pas un nombre entier de ${min} à ${max}.`);
}

/** One of the words of a list, by its French name or its code, accents and case aside. */
export function readChoice<T extends string>(
  text: string,
  names: Readonly<Record<T, string>>,
  aliases: Readonly<Record<string, T>> = {},
): CellResult<T> {
  const word = normaliseName(text);
  const entries = Object.entries(names) as [T, string][];
  const found =
    entries.find(([code, name]) => normaliseName(name) === word || code === text)?.[0] ??
    aliases[word];
  if (found !== undefined) return ok(found);
  const choices = entries.map(([, name]) => name).join(', ');
  return refuse(`« ${text} » n’est pas dans la liste : ${choices}.`);
}
