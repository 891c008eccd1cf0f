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
