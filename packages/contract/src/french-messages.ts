import { z } from 'zod';

const { localeError } = z.locales.fr();

/**
 * What no schema says by itself is said in French too, in a person's words where zod's own French
 * would show codes. Set once, by whoever reads a schema.
 */
z.config({
  localeError: (issue) => {
    switch (issue.code) {
      case 'invalid_value':
        return 'Choisissez une valeur de la liste.';
      case 'invalid_type':
        return issue.input === undefined || issue.input === null
          ? 'À renseigner.'
          : 'Cette valeur n’a pas la forme attendue.';
      case 'invalid_key':
        return 'Cette rubrique n’est pas connue.';
      default:
        return localeError?.(issue) ?? null;
    }
  },
});
