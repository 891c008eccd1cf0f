const narrow = '\u202F';
const wide = '\u00A0';

/** Keeps a sentence's « quotes », high punctuation and units on one line with what they belong to. */
export const keepFrenchSpaces = (sentence: string): string =>
  sentence
    .replace(/« /g, `«${wide}`)
    .replace(/ (»|:)/g, `${wide}$1`)
    .replace(/ ([;!?%])/g, `${narrow}$1`)
    .replace(/(\d) (h|min|jours?|mois|ans?)(?=\P{L}|$)/gu, `$1${wide}$2`)
    .replace(/(\d\u00A0h) (\d\d)(?!\d)/g, `$1${wide}$2`);
