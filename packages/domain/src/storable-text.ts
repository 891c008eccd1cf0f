// Tabulation and line ends are text; other control characters and lone surrogates are not.
const unstorable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** Whether a text is one that people type and that a column keeps: no control character, no half character. */
export const isStorableText = (text: string): boolean => !unstorable.test(text);

/** A text without what no column keeps. */
export const stripUnstorable = (text: string): string =>
  isStorableText(text) ? text : text.replace(new RegExp(unstorable, 'gu'), '');

/** What is said at the field or the cell of such a text. */
export const sayUnstorable =
  'Ce texte contient un caractère illisible. Effacez-le et tapez-le à nouveau.';
