import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import type { LearnerField } from './learner-columns.ts';
import { readDay } from './read-cells.ts';
import { readLearnerRow } from './read-learner-row.ts';

const base: Partial<Record<LearnerField, string>> = {
  birthName: 'Abadie',
  givenName: 'Lina',
  email: 'lina@exemple.fr',
};
function read(more: Partial<Record<LearnerField, string>>) {
  const entries = Object.entries({ ...base, ...more }) as [LearnerField, string][];
  return readLearnerRow(
    entries.map(([, text]) => text),
    entries.map(([field]) => field),
    2,
  );
}
const fieldsOf = (more: Partial<Record<LearnerField, string>>) =>
  read(more).problems.map(({ field }) => field);

describe('cells are read as people write them', () => {
  it.each([
    ['birthDate', '8/3/1994', '1994-03-08'],
    ['birthDate', '08.03.94', '1994-03-08'],
    ['startsOn', '05-10-26', '2026-10-05'],
    ['startsOn', '2026-10-05T00:00:00.000Z', '2026-10-05'],
    ['sex', 'Madame', 'F'],
    ['sex', 'h', 'M'],
    ['email', 'Lina@Exemple.FR', 'lina@exemple.fr'],
    ['phone', '612345678', '0612345678'],
    ['birthPlaceCode', '1004', '01004'],
    ['birthPlaceCode', '2a004', '2A004'],
    ['birthCountryCode', 'Algérie', 'DZ'],
    ['birthCountryCode', 'fr', 'FR'],
    ['diplomaLevel', 'Niveau 4', 4],
    ['experienceYears', '2 ans', 2],
    ['route', 'contrat pro', 'professional_contract'],
    ['route', 'Pro-A', 'pro_a'],
    ['route', 'pro a', 'pro_a'],
    ['route', 'reconversion', 'reconversion_period'],
    ['funder', 'OPCO', 'opco_ep'],
    ['profile', 'Aide-soignante', 'deas'],
  ] as const)('%s « %s »', (field, text, value) => {
    expect(read({ [field]: text }).row[field]).toBe(value);
    expect(fieldsOf({ [field]: text })).toEqual([]);
  });

  it('the contract of an employer; « contrat pro » alone does not say CDD or CDI', () => {
    const employer = { employerName: 'Cabinet Ferrand', hireDate: '01/09/2026' };
    const told = (contractKind: string) => read({ ...employer, contractKind });
    expect(told('cdi').row.contractKind).toBe('permanent');
    expect(told('Contrat pro CDD').row.contractKind).toBe('professional_fixed_term');
    expect(told('contrat pro').problems).toMatchObject([{ field: 'contractKind' }]);
    expect(fieldsOf({ contractEndsOn: '31/08/2027' })).toEqual(['employerName']);
  });

  it('a yes and an employer', () => {
    const employer = { employerName: 'MSP', hireDate: '01/09/2026', tutorIsEmployer: 'Oui' };
    expect(read(employer).row).toMatchObject({ tutorIsEmployer: true, hireDate: '2026-09-01' });
  });

  it('a blank cell is nothing, never an empty value', () => {
    expect(read({ phone: '  ' }).row.phone).toBeNull();
  });

  it('every real day, written the French way, is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (count) => {
        const day = addDays('1941-01-01', count);
        const [year, month, date] = day.split('-');
        expect(readDay(`${date}/${month}/${year}`)).toEqual({ value: day });
      }),
    );
  });
});

describe('what cannot be read is said at its cell', () => {
  it.each([
    ['birthDate', '31/02/1994', 'n’existe pas dans le calendrier'],
    ['birthDate', 'mars 94', 'comme 05/10/2026'],
    ['hireDate', '01/05/0202', 'une année entre 1900 et 2199'],
    ['cpamContractSignedOn', '9999-05-05', 'une année entre 1900 et 2199'],
    ['email', 'lina@', 'adresse mail'],
    ['siret', '3,62521E+13', 'abrégé ce nombre'],
    ['siret', '73282932000075', '14 chiffres'],
    ['birthPlaceCode', 'Le Mans', 'code INSEE ou postal'],
    ['diplomaLevel', '12', 'de 1 à 8'],
    ['route', 'par la fenêtre', 'n’est pas dans la liste'],
  ] as const)('%s « %s »', (field, text, message) => {
    const problem = read({ [field]: text }).problems.find((one) => one.field === field);
    expect(problem?.message).toContain(message);
  });
});

describe('a profile', () => {
  it.each([
    ['Secrétaire médical certifié', 'medical_secretary_certified'],
    ['Secrétaire médicale certifiée', 'medical_secretary_certified'],
    ['Assistante dentaire titrée', 'dental_assistant_certified'],
    ['Infirmière (IDE)', 'ide'],
    ['Sortie d’études', 'school_leaver'],
    ['Reconversion', 'career_changer'],
  ])('« %s » is read in either gender, and as it was written before', (text, profile) => {
    expect(read({ profile: text }).row.profile).toBe(profile);
  });
});

describe('what a line lacks', () => {
  it('both names', () => {
    expect(fieldsOf({ givenName: '' })).toEqual(['givenName']);
  });

  it('a mail or a birth date, to recognise the person', () => {
    expect(fieldsOf({ email: '' })).toEqual(['email']);
    expect(fieldsOf({ email: '', birthDate: '08/03/1994' })).toEqual([]);
  });

  it('the hire date of an employer, the employer of a SIRET, the whole of a tutor', () => {
    expect(fieldsOf({ employerName: 'MSP' })).toEqual(['hireDate']);
    expect(fieldsOf({ siret: '73282932000074' })).toEqual(['employerName']);
    const employer = { employerName: 'MSP', hireDate: '01/09/2026' };
    expect(fieldsOf({ ...employer, tutorEmail: 'dr@exemple.fr' })).toEqual([
      'tutorBirthName',
      'tutorGivenName',
    ]);
  });

  it('is not said twice of a cell that could not be read', () => {
    expect(fieldsOf({ employerName: 'MSP', hireDate: 'hier' })).toEqual(['hireDate']);
  });
});
