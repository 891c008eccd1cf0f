import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blockRuleSource } from '../assessments/rule-source.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { blockOf, leMans } from '../test-records.ts';
import { cite, citeInWords, listCodes, nameSources } from './cite.ts';
import { houseDefaults, publicSources } from './public-sources.ts';

const urls = (source: string) => cite(source).links.map(({ url }) => url);

describe('a source in words', () => {
  it('a block’s rule names the framework and the block, with the register’s sheet', () => {
    const source = blockRuleSource(leMans, blockOf('B2'));
    expect(cite(source)).toEqual({
      text: 'Règle du référentiel RNCP 40913, bloc B2',
      links: [
        {
          title: 'France compétences, fiche RNCP 40913',
          url: 'https://www.francecompetences.fr/recherche/rncp/40913/',
        },
      ],
    });
  });

  it('says the reference once, and what is to be verified in it', () => {
    expect(citeInWords(blockRuleSource(leMans, blockOf('B3')))).toBe(
      'Règle du référentiel RNCP 40913, bloc B3 (nombre d’épreuves à acquérir : à vérifier sur la fiche RNCP)',
    );
    for (const framework of frameworkLibrary)
      for (const block of framework.blocks) {
        const words = citeInWords(blockRuleSource(framework, block));
        expect(words.match(/seuil/g) ?? []).toHaveLength(
          block.thresholdStatus === 'copied' ? 1 : 0,
        );
      }
  });

  it('a document by its title, never by its code or its lines', () => {
    expect(citeInWords('S1:L55, L94')).toBe('Programme du CFA CCI Le Mans Sarthe, RNCP 40913');
    expect(citeInWords('S4:L28 ; S2:L184')).toMatch(/^ameli.fr, .* ; Assurance maladie/i);
  });

  it('what the data says in words stays, with its link', () => {
    expect(citeInWords('Arrêté du 7 novembre 2019 (W4)')).toBe('Arrêté du 7 novembre 2019');
    expect(urls('Arrêté du 7 novembre 2019 (W4)')).toEqual([
      'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039364029',
    ]);
    expect(citeInWords('W1 (arrêté du 30 décembre 2014) ; S1:L174')).toBe(
      'Arrêté du 30 décembre 2014',
    );
    expect(citeInWords('ameli.fr, S4:L34')).toBe('ameli.fr');
    expect(citeInWords('JO du 21/06/2024, S1:L100–104')).toBe('JO du 21/06/2024');
    expect(urls('art. L3133-1')).toEqual(['https://code.travail.gouv.fr/code-du-travail/l3133-1']);
  });

  it('a house default says that it is one', () => {
    expect(citeInWords('Q2')).toBe('Usage retenu par Jalon, à confirmer par la branche');
    expect(citeInWords('DOMAIN 12')).toBe('Usage retenu par Jalon pour le calendrier');
    expect(urls('DOMAIN Q7, W35, W36')).toHaveLength(2);
  });

  it('a centre’s own source reads as it was typed', () => {
    expect(cite('Procès-verbal du 3 mai, page 2')).toEqual({
      text: 'Procès-verbal du 3 mai, page 2',
      links: [],
    });
    expect(urls('Voir https://centre.example/regles')).toEqual(['https://centre.example/regles']);
  });

  it('a note that speaks of its sources calls them by name', () => {
    expect(nameSources('Délai : 2 ans depuis le 22 juin 2024 (S4), et non plus 3 ans (S2).')).toBe(
      'Délai : 2 ans depuis le 22 juin 2024 (ameli.fr), et non plus 3 ans (l’Assurance maladie).',
    );
  });
});

/** Every file of the rules and of the API, tests left out. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : listFiles(path);
    return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : [];
  });
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('every source that a rule or a framework gives has an entry', () => {
  const root = join(import.meta.dirname, '../../../..');
  const files = ['packages/domain/src', 'apps/api/src'].flatMap((f) => listFiles(join(root, f)));
  const cited = files
    .filter((file) => !file.includes('/sources/'))
    .flatMap((file) => [
      ...withoutComments(readFileSync(file, 'utf8')).matchAll(/'([^'\n]*)'|`([^`\n]*)`/g),
    ])
    .flatMap(([, quoted = '', template = '']) => listCodes(quoted + template));
  const known = (code: string) =>
    code in publicSources ||
    code.replace(/^DOMAIN /, '') in houseDefaults ||
    /^(H\d|DOMAIN$)/.test(code);

  it('finds the codes of the rules', () => {
    expect(cited.length).toBeGreaterThan(100);
  });

  it('knows them all', () => {
    expect([...new Set(cited)].filter((code) => !known(code))).toEqual([]);
  });

  it('and a text for each source of the four versions', () => {
    for (const { blocks, sources, entryConditions, credentials } of frameworkLibrary) {
      for (const { source } of [...blocks, ...entryConditions, ...credentials])
        expect(citeInWords(source)).not.toMatch(/^$|:L\d|\bW\d|DOMAIN/);
      for (const { reference } of sources)
        expect(citeInWords(reference)).not.toMatch(/^$|:L\d|\bW\d|DOMAIN/);
    }
  });
});
