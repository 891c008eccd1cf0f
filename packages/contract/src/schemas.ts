import { z } from 'zod';

/** A row's id. */
export const id = z.uuid('Identifiant invalide.');
/** A real calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('Indiquez une date qui existe, par exemple 05/10/2026.');
/** An instant, ISO 8601 with zone. */
export const instant = z.iso.datetime({ offset: true });
/** A positive duration in minutes. */
export const minutes = z.int('Indiquez une durée.').min(0, 'Une durée ne peut pas être négative.');
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
  .pipe(z.email('Cette adresse mail n’est pas valable.'));
/** The version of a row as it was read; sent back so that a concurrent change is noticed. */
export const revision = z.int().min(1);
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
