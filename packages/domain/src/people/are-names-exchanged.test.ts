import { describe, expect, it } from '@jest/globals';
import { areNamesExchanged, tellNamesExchanged } from './are-names-exchanged.ts';

const known = { givenName: 'Éléonore', birthName: 'Lefèvre-Morin' };
const exchanged = { givenName: 'LEFEVRE MORIN', birthName: 'eleonore' };

describe('names whose columns are exchanged', () => {
  it('are recognised whatever their spelling', () => {
    expect(areNamesExchanged(known, exchanged)).toBe(true);
    expect(areNamesExchanged(exchanged, known)).toBe(true);
  });

  it.each([
    ['the same names', known],
    ['another given name', { ...exchanged, birthName: 'Alice' }],
    ['the birth name twice', { givenName: 'Lefèvre-Morin', birthName: 'Lefèvre-Morin' }],
    ['nothing', { givenName: '', birthName: '' }],
  ])('are not: %s', (_, other) => {
    expect(areNamesExchanged(known, other)).toBe(false);
  });

  it('somebody called Martin Martin is not asked about', () => {
    const martin = { givenName: 'Martin', birthName: 'Martin' };
    expect(areNamesExchanged(martin, martin)).toBe(false);
  });

  it('whoever exchanges them in a form reads what it will be', () => {
    expect(tellNamesExchanged(known, { givenName: 'Lefèvre-Morin', birthName: 'Éléonore' })).toBe(
      'Vous échangez le prénom et le nom de naissance : ce sera prénom Lefèvre-Morin, nom Éléonore. Vérifiez sur la pièce d’identité.',
    );
    expect(tellNamesExchanged(known, { ...known, birthName: 'Lefèvre' })).toBeNull();
  });
});
