import { describe, expect, it } from '@jest/globals';
import { withDe } from './french-format.ts';

describe('« de » before a name', () => {
  it.each([
    ['Lina Abadie', 'de Lina Abadie'],
    ['Aminata Cissé', 'd’Aminata Cissé'],
    ['Élodie Garnier', 'd’Élodie Garnier'],
    ['Hélène Ferrand', 'd’Hélène Ferrand'],
    ['Yasmine Kaci', 'de Yasmine Kaci'],
    ['Yves Martin', 'd’Yves Martin'],
  ])('%s gives %s', (name, words) => {
    expect(withDe(name)).toBe(words);
  });
});
