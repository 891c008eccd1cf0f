import { describe, expect, it } from '@jest/globals';
import { checkStoredDates, type StoredDates } from './check-stored-dates.ts';

const employment = {
  employerName: 'Cabinet Ferrand',
  hireDate: '2026-09-01',
  dutyStartOn: null,
  cpamContractSignedOn: null,
  endsOn: null,
  suspensions: [],
};
const file: StoredDates = {
  birthDate: '1994-03-08',
  startsOn: '2026-10-05',
  endsOn: null,
  employments: [employment],
  credentials: [],
};
const rulesOf = (more: Partial<StoredDates>) =>
  checkStoredDates({ ...file, ...more }, '2026-11-23').map(({ rule }) => rule);
const told = (more: Partial<StoredDates>) =>
  checkStoredDates({ ...file, ...more }, '2026-11-23').map(({ severity, message }) => {
    expect(severity).toBe('warning');
    return message;
  });

describe('dates of an older row that a form would refuse today', () => {
  it('are not there in a file that is right, or without a birth date', () => {
    expect(told({})).toEqual([]);
    expect(told({ birthDate: null })).toEqual([]);
  });

  it('an entry before the age of fourteen', () => {
    const young = { birthDate: '2008-03-08', startsOn: '2018-10-05', employments: [] };
    expect(rulesOf(young)).toEqual(['enrolment.entered-old-enough']);
    expect(told(young)).toEqual([
      'Entrée le 5 octobre 2018, avant ses 14 ans (naissance le 8 mars 2008) : corrigez l’une des deux dates.',
    ]);
  });

  it('a hiring before the birth', () => {
    const early = { employments: [{ ...employment, hireDate: '1990-09-01' }] };
    expect(rulesOf(early)).toEqual(['employment.hired-old-enough']);
    expect(told(early)).toEqual([
      'Cabinet Ferrand : embauche le 1er septembre 1990, avant ses 14 ans (naissance le 8 mars 1994) : corrigez l’une des deux dates.',
    ]);
  });

  it('a birth to come is told alone', () => {
    expect(told({ birthDate: '2094-03-08' })).toEqual(['Cette date de naissance est à venir.']);
  });

  it('a suspension of other years than its contract', () => {
    const suspended = (fromOn: string, toOn: string) => ({
      employments: [{ ...employment, suspensions: [{ fromOn, toOn }] }],
    });
    expect(told(suspended('2026-10-12', '2026-11-12'))).toEqual([]);
    expect(rulesOf(suspended('2026-10-12', '2126-11-12'))).toEqual(['suspension.at-most-3-years']);
    expect(told(suspended('2025-10-12', '2025-11-12'))).toEqual([
      'Cabinet Ferrand : suspension du 12 octobre 2025 au 12 novembre 2025. Rien ne court avant le 1er septembre 2026 chez cet employeur : vérifiez les dates.',
    ]);
  });

  it('a credential obtained on a day to come, or before the age of fourteen', () => {
    const held = (obtainedOn: string) => ({ credentials: [{ name: 'AFGSU 1', obtainedOn }] });
    expect(told(held('2025-03-08'))).toEqual([]);
    expect(told(held('2027-03-08'))).toEqual([
      'AFGSU 1, obtention le 8 mars 2027 : Cette date est à venir : enregistrez l’attestation une fois obtenue.',
    ]);
    expect(rulesOf(held('1999-03-08'))).toEqual(['credential.old-enough']);
  });

  it('an end before the entry, a contract that nobody could sign', () => {
    expect(told({ endsOn: '2026-01-01' })).toEqual([
      'La fin de la formation ne peut pas précéder l’entrée.',
    ]);
    expect(told({ employments: [{ ...employment, cpamContractSignedOn: '9999-05-05' }] })).toEqual([
      expect.stringMatching(/^Cabinet Ferrand : Le 5 mai 9999, c’est dans plus de/),
    ]);
  });
});
