/**
 * A name reduced to what does not change from one file to another: no accent, hyphen, apostrophe or
 * case, words parted by one space. « Éléonore D’Alès-Petit » gives `eleonore d ales petit`.
 */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * What two spellings of one person's names share, whatever the order of the names: their words in
 * alphabetical order. Kept beside the person to find them again, and to search.
 */
export const personMatchKey = (givenName: string, birthName: string): string =>
  normaliseName(`${birthName} ${givenName}`).split(' ').toSorted().join(' ');
