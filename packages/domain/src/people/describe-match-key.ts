/**
 * A name reduced to what two spellings of it share: no accent, no case, no hyphen, no double space.
 * « Éloïse LE  GALL-Petit » and « eloise le gall petit » have the same key.
 *
 * @returns birth name then given name, parted by `|`
 */
export const describeMatchKey = (person: {
  readonly givenName: string;
  readonly birthName: string;
}): string => `${simplify(person.birthName)}|${simplify(person.givenName)}`;

const simplify = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
