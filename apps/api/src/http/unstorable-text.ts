import type { FieldProblem } from '@jalon/contract';
import { isStorableText, sayUnstorable } from '@jalon/domain';

/**
 * Texts that no person types and no column keeps: control characters, half a character. Asked of
 * every request whatever its schema, so that no route can forget it.
 *
 * @returns a problem at each such field, keys of records included
 */
export function findUnstorableText(value: unknown, pointer = ''): FieldProblem[] {
  if (typeof value === 'string')
    return isStorableText(value) ? [] : [{ pointer, message: sayUnstorable }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isStorableText(key)
      ? findUnstorableText(inner, `${pointer}/${key}`)
      : [{ pointer, message: sayUnstorable }],
  );
}
