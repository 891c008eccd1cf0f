import { describe, expect, it } from '@jest/globals';
import { checkPerson, listMissingIdentity, type PersonIdentity } from './check-person.ts';

const complete: PersonIdentity = {
  birthDate: '1994-03-08',
  sex: 'F',
  birthPlaceCode: '72181',
  birthCountryCode: 'FR',
  email: 'lina@exemple.fr',
};
const today = '2026-11-23';
const missingOf = (person: PersonIdentity) => listMissingIdentity(person).map(({ field }) => field);

describe('data that the certifier needs (DOMAIN 11)', () => {
  it('nothing is missing from a complete identity', () => {
    expect(missingOf(complete)).toEqual([]);
  });

  it('names what is missing, in the order of the form', () => {
    expect(missingOf({ ...complete, sex: null, birthDate: null })).toEqual(['birthDate', 'sex']);
  });

  it('asks for the commune of those born in France only', () => {
    const noPlace = { ...complete, birthPlaceCode: null };
    expect(missingOf(noPlace)).toEqual(['birthPlaceCode']);
    expect(missingOf({ ...noPlace, birthCountryCode: 'MA' })).toEqual([]);
  });
});

describe('what cannot be true of a person is refused at its field', () => {
  const pathsOf = (more: Partial<PersonIdentity>) =>
    checkPerson({ ...complete, ...more }, today).map(({ path, rule }) => `${path} ${rule}`);

  it.each([
    ['2026-11-24', 'person.born-already'],
    ['2013-01-01', 'person.old-enough'],
    ['1925-11-22', 'person.young-enough'],
  ])('a birth date of %s', (birthDate, rule) => {
    expect(pathsOf({ birthDate })).toEqual([`/birthDate ${rule}`]);
  });

  it('a commune code that is neither INSEE nor postcode', () => {
    expect(pathsOf({ birthPlaceCode: 'Le Mans' })).toEqual([
      '/birthPlaceCode person.place-code-shape',
    ]);
    expect(pathsOf({ birthPlaceCode: '2A004' })).toEqual([]);
  });

  it('says nothing of what is not given', () => {
    expect(pathsOf({ birthDate: null, birthPlaceCode: null })).toEqual([]);
  });
});
