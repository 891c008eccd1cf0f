import { describe, expect, it } from '@jest/globals';
import { formatName, formatSpokenName } from './format-name.ts';

describe('names are written the same way everywhere', () => {
  it('gives the name in use before the given name', () => {
    expect(formatName({ givenName: 'Maxime', birthName: 'Bonnet' })).toBe('Bonnet Maxime');
    expect(formatName({ givenName: 'Lina', birthName: 'Abadie', usageName: 'Roux' })).toBe(
      'Roux Lina',
    );
  });

  it('gives the given name first inside a sentence', () => {
    expect(formatSpokenName({ givenName: 'Lina', birthName: 'Abadie', usageName: 'Roux' })).toBe(
      'Lina Roux',
    );
  });
});
