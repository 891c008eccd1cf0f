import { describe, expect, it } from '@jest/globals';
import { keepFrenchSpaces } from './french-spaces.ts';

const visible = (text: string) => text.replaceAll('\u00A0', '_').replaceAll('\u202F', '~');

describe('spaces that must not break a line', () => {
  it.each([
    ['Tuteur : « en cours »', 'Tuteur_: «_en cours_»'],
    ['96,2 % des 3 h 30 prévues', '96,2~% des 3_h_30 prévues'],
    ['Pourquoi ? Il manque 14 jours.', 'Pourquoi~? Il manque 14_jours.'],
    ['3 heures et 2 hommes', '3 heures et 2 hommes'],
  ])('%s', (sentence, kept) => {
    expect(visible(keepFrenchSpaces(sentence))).toBe(kept);
  });
});
