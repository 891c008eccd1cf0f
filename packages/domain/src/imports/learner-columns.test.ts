import { describe, expect, it } from '@jest/globals';
import { checkMapping, learnerColumns, proposeMapping } from './learner-columns.ts';

describe('the columns of a file are recognised by their headers', () => {
  it('whatever the case, accents and usual synonyms', () => {
    expect(proposeMapping(['NOM', 'Prenom', 'E-mail', 'Né le', 'N° SIRET', 'Tél.'])).toEqual([
      'birthName',
      'givenName',
      'email',
      'birthDate',
      'siret',
      'phone',
    ]);
  });

  it('« Né(e) le » and « Commune de naissance », as centres write them', () => {
    expect(proposeMapping(['Né(e) le', 'Commune de naissance'])).toEqual([
      'birthDate',
      'birthPlaceCode',
    ]);
  });

  it('an unknown column is left out, and said as such', () => {
    expect(proposeMapping(['Nom', 'Couleur préférée', 'Prénom'])).toEqual([
      'birthName',
      null,
      'givenName',
    ]);
  });

  it('two columns never feed one field', () => {
    expect(proposeMapping(['Mail', 'Courriel'])).toEqual(['email', null]);
  });

  it('the model file maps to itself', () => {
    expect(proposeMapping(learnerColumns.map(({ label }) => label))).toEqual(
      learnerColumns.map(({ field }) => field),
    );
  });

  it('no alias names two fields', () => {
    for (const { field, aliases } of learnerColumns)
      for (const alias of aliases)
        expect([alias, proposeMapping([alias])]).toEqual([alias, [field]]);
  });
});

describe('a mapping changed by hand', () => {
  it('needs the two names', () => {
    expect(checkMapping(['email', 'givenName'])).toEqual([
      'Indiquez la colonne « Nom de naissance » : elle est nécessaire.',
    ]);
  });

  it('takes each field once', () => {
    expect(checkMapping(['birthName', 'givenName', 'email', 'email'])).toHaveLength(1);
    expect(checkMapping(['birthName', 'givenName', null, null])).toEqual([]);
  });
});
