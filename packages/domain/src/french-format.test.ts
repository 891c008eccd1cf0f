import { describe, expect, it } from '@jest/globals';
import { capitalise, formatRate, withDe } from './french-format.ts';

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

it('the words that begin a sentence have a capital, accents too; the rest stays as it is', () => {
  expect(capitalise('épreuve de Lina')).toBe('Épreuve de Lina');
  expect(capitalise('')).toBe('');
});

it('a rate is cut, never rounded up, and is no 100 % of nothing (8.1 a)', () => {
  expect(formatRate(7999, 10_000)).toBe('79,9 %');
  expect(formatRate(1, 1)).toBe('100 %');
  expect(formatRate(0, 0)).toBe('—');
});
