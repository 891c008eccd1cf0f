import './french-messages.ts';
import { isTypedYear, mailAddress, sayTypedYears } from '@jalon/domain';
import { z } from 'zod';

/** A row's id. */
export const id = z.uuid('Identifiant invalide.');
/** The largest whole number that a database column of Jalon holds. */
export const MAX_INTEGER = 2_147_483_647;
/** A day that somebody types: real, `YYYY-MM-DD`, of a living person or of a training. */
export const day = z.iso
  .date({
    error: ({ input }) =>
      input === '' || input === undefined || input === null
        ? 'Indiquez la date.'
        : 'Indiquez une date qui existe, par exemple 05/10/2026.',
    abort: true,
  })
  .refine(isTypedYear, { message: sayTypedYears });
/**
 * A day that Jalon shows: stored, or computed from what is stored, whatever its year (a far one has
 * six digits and a sign). A slip that was let in must not close the page where it is put right.
 */
export const shownDay = z
  .string()
  .regex(/^(\d{4}|[+-]\d{6})-\d{2}-\d{2}$/)
  .meta({ format: 'date' });
/** The certifier's approval by which a block acquired under another version counts (DOMAIN Q4). */
export const approvedEquivalence = z.object({ approvedOn: shownDay, approvedBy: z.string() });
/** An instant, ISO 8601 with zone. */
export const instant = z.iso.datetime({ offset: true });
/** A positive duration in minutes. */
export const minutes = z
  .int('Indiquez une durée.')
  .min(0, 'Une durée ne peut pas être négative.')
  .max(MAX_INTEGER, 'Cette durée est trop longue.');
/** A short text that must not be blank. */
export const text = z
  .string('À renseigner.')
  .trim()
  .min(1, 'À renseigner.')
  .max(300, '300 caractères au plus.');
/** A free comment, possibly empty. */
export const longText = z.string().trim().max(4000, '4 000 caractères au plus.');
/** A mail address, kept in lower case. */
export const email = z
  .string('À renseigner.')
  .trim()
  .toLowerCase()
  .pipe(z.email({ pattern: mailAddress, error: 'Cette adresse mail n’est pas valable.' }));
/** The token of a link received by mail. A truncated one is an unknown link, not a faulty field. */
export const linkToken = z.string('Ouvrez le lien depuis le mail.');
/** The version of a row as it was read; sent back so that a concurrent change is noticed. */
export const revision = z.int().min(1).max(MAX_INTEGER);
/** The page of a list, from 1. */
export const page = z.coerce.number().int().min(1).max(1_000_000).default(1);
/** A domain reason as it is shown. */
export const reason = z.object({
  rule: z.string(),
  met: z.boolean(),
  facts: z.string(),
  source: z.string(),
});
/** The answer of an action that has nothing to say. */
export const done = z.object({ done: z.literal(true) });
/** A reference to a row with its name. */
export const named = z.object({ id, name: z.string() });

/** Days of a week, each once: Monday is 1, Saturday is 6. */
export const weekdays = z
  .array(
    z
      .int('Choisissez un jour.')
      .min(1, 'Choisissez un jour du lundi au samedi.')
      .max(6, 'Choisissez un jour du lundi au samedi.'),
  )
  .max(6, 'Un jour ne se coche qu’une fois.')
  .refine((list) => new Set(list).size === list.length, 'Un jour ne se coche qu’une fois.');
