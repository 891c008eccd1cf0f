import type { FieldProblem } from '@jalon/contract';

// Tabulation and line ends are text; other control characters and lone surrogates are not.
const unstorable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

const isStorable = (text: string): boolean => !unstorable.test(text);

/**
 * Texts that no person types and no column keeps: control characters, half a character. Asked of
 * every request whatever its schema, so that no route can forget it.
 *
 * @returns a problem at each such field, keys of records included
 */
export function findUnstorableText(value: unknown, pointer = ''): FieldProblem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ pointer, message }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? findUnstorableText(inner, `${pointer}/${key}`) : [{ pointer, message }],
  );
}

const message = 'Ce texte contient un caractère illisible. Effacez-le et tapez-le à nouveau.';
