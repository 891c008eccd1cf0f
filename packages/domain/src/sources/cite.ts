import { capitalise } from '../french-format.ts';
import { houseDefaults, type PublicSource, publicSources } from './public-sources.ts';

/** Where a rule is written, as people read it. */
export interface Citation {
  /** « Règle du référentiel RNCP 40913, bloc B2 » */
  readonly text: string;
  /** The documents behind it that anyone can open. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** Codes inside a source: « S1:L55, L94 », « W22–W25 », « Q7 », « DOMAIN 8.1 et 12 », « H1 à H3 ». */
const codes =
  /\bS\d(?::L\d+(?:–\d+)?(?:, L\d+(?:–\d+)?)*)?|\bW\d+(?:–W\d+)?|\bDOMAIN(?: \d+(?:\.\d+)?(?: et \d+(?:\.\d+)?)?)?|\bQ\d+|\bH\d(?: (?:à|et) H\d)?(?![\w])/g;

/**
 * A source as the data writes it (« RNCP 40913, S1:L134–139 », « DOMAIN 8.1, W55 ») in words that
 * people can follow: documents by their titles, house defaults as such, articles and register sheets
 * as links. Text that is no code stays as it is, so a centre's own sources read as they were typed.
 */
export function cite(source: string): Citation {
  const found = listCodes(source);
  const documents = found.flatMap(documentsOf);
  const own = source.split(' ; ').map(withoutCodes).filter(Boolean);
  const words = own.filter((part, index) =>
    own.every(
      (other, at) => at === index || !other.includes(part) || (other === part && at > index),
    ),
  );
  const titles = [...new Set(documents.map(({ title }) => title))];
  const house = [...new Set(found.flatMap((code) => houseOf(code) ?? []))];
  const text = firstFilled(words, titles, house).join(' ; ');
  return {
    text: isAddress(text) ? text : capitalise(text),
    links: [...articlesOf(source), ...linksOf(documents)],
  };
}

const isAddress = (text: string): boolean => /^[\w-]+\.[a-z]{2,}\b/.test(text);

/** The same in one line of plain text, for mails and documents. */
export const citeInWords = (source: string): string => cite(source).text;

/** A sentence of the data that names its sources by code, with their names instead. */
export const nameSources = (sentence: string): string =>
  sentence.replace(codes, (code) => {
    const [document] = documentsOf(code);
    return document?.name ?? code;
  });

/** The codes of a source, one by one: ranges and lists spelt out, line numbers left out. */
export const listCodes = (source: string): readonly string[] =>
  [...source.matchAll(codes)].flatMap(([code]) => spell(code));

function spell(code: string): readonly string[] {
  const [, first, last] = /^W(\d+)–W(\d+)$/.exec(code) ?? [];
  if (first !== undefined && last !== undefined) {
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, index) => `W${Number(first) + index}`);
  }
  const sections = /^DOMAIN (.+)$/.exec(code)?.[1];
  if (sections) return sections.split(' et ').map((section) => `DOMAIN ${section}`);
  return [code.replace(/:L.*$/, '')];
}

const documentsOf = (code: string): readonly PublicSource[] => {
  const document = publicSources[code.replace(/:L.*$/, '')];
  return document ? [document] : [];
};

/** What is said of a code that names no public document; `null` for one that adds nothing. */
const houseOf = (code: string): string | null =>
  houseDefaults[code.replace(/^DOMAIN /, '')] ??
  (code.startsWith('H') ? (houseDefaults['3.2'] ?? null) : null);

const withoutCodes = (part: string): string =>
  part
    .replace(codes, '')
    .replace(/\(\s*[,;\s]*\)/g, '')
    .replace(/,\s*(?=\()/g, ' ')
    .replace(/\s*,(\s*,)+/g, ',')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1');

const firstFilled = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.find((list) => list.length > 0) ?? [];

const linksOf = (documents: readonly PublicSource[]): Citation['links'] => {
  const links = documents.flatMap(({ title, url }) => (url ? [{ title, url }] : []));
  return links.filter(({ url }, index) => links.findIndex((link) => link.url === url) === index);
};

/** Articles of the labour code, sheets of the register and addresses written in full. */
const articlesOf = (source: string): Citation['links'] => [
  ...[...source.matchAll(/art\. ([LRD]\d+(?:-\d+)+)/g)].map(([, article = '']) => ({
    title: `Code du travail, article ${article}`,
    url: `https://code.travail.gouv.fr/code-du-travail/${article.toLowerCase()}`,
  })),
  ...[...new Set([...source.matchAll(/RNCP ?(\d{4,6})/g)].map(([, sheet = '']) => sheet))].map(
    (sheet) => ({
      title: `France compétences, fiche RNCP ${sheet}`,
      url: `https://www.francecompetences.fr/recherche/rncp/${sheet}/`,
    }),
  ),
  ...[...source.matchAll(/https?:\/\/[^\s,;)]+/g)].map(([url]) => ({ title: url, url })),
];
