import { normaliseName } from './normalise-name.ts';

/**
 * What the spellings of one person's names share, accents, case, hyphens and the order of the names
 * aside: their words in alphabetical order. Kept beside the person, to recognise and to search.
 * Files often swap the two name columns, so the order does not count; a birth date or a mail tells
 * « Martin Bernard » from « Bernard Martin ».
 */
export const describeMatchKey = (person: {
  readonly givenName: string;
  readonly birthName: string;
}): string =>
  normaliseName(`${person.birthName} ${person.givenName}`).split(' ').toSorted().join(' ');

const known = new WeakMap<object, string>();

/**
 * `describeMatchKey` of someone who is compared many times: worked out once an object. The object
 * must not change afterwards.
 */
export function recallMatchKey(person: Parameters<typeof describeMatchKey>[0]): string {
  const before = known.get(person);
  if (before !== undefined) return before;
  const key = describeMatchKey(person);
  known.set(person, key);
  return key;
}
