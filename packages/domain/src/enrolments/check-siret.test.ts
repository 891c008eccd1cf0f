import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSiret } from './check-siret.ts';

describe('a SIRET carries its own key (Luhn)', () => {
  it.each(['73282932000074', '732 829 320 00074', '35600000000048'])('accepts %s', (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it('accepts an establishment of La Poste, whose key is a multiple of 5', () => {
    expect(isSiret('35600000049837')).toBe(true);
  });

  it.each(['73282932000075', '7328293200007', '', 'abcdefghijklmn'])('refuses « %s »', (siret) => {
    expect(isSiret(siret)).toBe(false);
  });

  it('notices any single wrong digit', () => {
    const wrongDigit = fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(wrongDigit, ([position, shift]) => {
        const digits = [...'73282932000074'];
        digits[position] = String((Number(digits[position]) + shift) % 10);
        expect(isSiret(digits.join(''))).toBe(false);
      }),
    );
  });
});
