import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRegistryEntry } from './check-registry-entry.ts';
import {
  type CertifiedPerson,
  longestRegistryName,
  type RegistryField,
  type RegistryFields,
  registryCode,
  registryReportCapacity,
  withNir,
  writeRegistryEntry,
} from './registry-entry.ts';

const lina: CertifiedPerson = {
  enrolmentId: '0190c0de-0000-7000-8000-000000000001',
  rncp: 'RNCP 40913',
  issuedOn: '2026-11-23',
  decidedOn: '2026-11-20',
  route: 'continuing_training',
  enrolledOn: '2025-10-06',
  juries: [
    { heldOn: '2026-11-20', remote: false },
    { heldOn: '2026-06-18', remote: true },
  ],
  birthName: 'Abadie',
  usageName: null,
  givenName: 'Lina',
  otherGivenNames: 'Marie, Louise Anne',
  birthDate: '1994-03-08',
  sex: 'F',
  birthPlaceCode: '72181',
  birthCountryCode: 'FR',
  hasNir: false,
};
const write = (more: Partial<CertifiedPerson> = {}) =>
  writeRegistryEntry({ ...lina, ...more }, false);
const holderOf = (more: Partial<CertifiedPerson> = {}) => {
  const { titulaire } = write(more).identificationTitulaire as RegistryFields;
  return titulaire as RegistryFields;
};
const accessOf = (more: Partial<CertifiedPerson>) =>
  write(more).modalitesInscription as RegistryFields;
const rulesOf = (more: Partial<CertifiedPerson>, asksForNir = false) =>
  checkRegistryEntry({ ...lina, ...more }, asksForNir).map(
    ({ severity, rule, path }) => `${severity} ${rule} ${path}`,
  );

describe('what the file says of one person (DOMAIN 11)', () => {
  it('the passage, in the order of the format', () => {
    expect(Object.entries(write())).toEqual(
      Object.entries({
        idTechnique: lina.enrolmentId,
        obtentionCertification: 'PAR_ADMISSION',
        donneeCertifiee: true,
        dateDebutExamen: '2026-06-18',
        dateFinExamen: '2026-11-20',
        modalitePassageExamen: 'MIXTE',
        dateDebutValidite: '2026-11-20',
        dateFinValidite: null,
        presenceNiveauLangueEuro: false,
        presenceNiveauNumeriqueEuro: false,
        scoring: null,
        mentionValidee: null,
        modalitesInscription: {
          modaliteAcces: 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
          initiativeInscription: 'OF',
          dateInscription: '2025-10-06',
        },
        identificationTitulaire: {
          titulaire: {
            nomNaissance: 'Abadie',
            nomUsage: null,
            prenom1: 'Lina',
            prenom2: 'Marie',
            prenom3: 'Louise Anne',
            anneeNaissance: '1994',
            moisNaissance: '3',
            jourNaissance: '8',
            sexe: 'F',
            codeCommuneNaissance: { codeInseeNaissance: { codeInsee: '72181' } },
            libellePaysNaissance: 'France',
          },
        },
      }),
    );
  });

  it.each([
    ['professional_contract', 'FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION'],
    ['pro_a', 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION'],
    ['reconversion_period', 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION'],
    ['jobseeker_poec_pic', 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION'],
    ['apprenticeship', 'FORMATION_INITIALE_APPRENTISSAGE'],
    ['vae', 'VAE'],
  ] as const)('the access mode of %s', (route, mode) => {
    expect(accessOf({ route }).modaliteAcces).toBe(mode);
    expect(accessOf({ route }).voieAccessVAE).toBe(route === 'vae' ? 'VAE_CLASSIQUE' : undefined);
  });

  it('first names without commas are parted at spaces, compound names stay whole', () => {
    const { prenom2, prenom3 } = holderOf({ otherGivenNames: 'Marie-Ange Louise' });
    expect([prenom2, prenom3]).toEqual(['Marie-Ange', 'Louise']);
  });

  it.each([
    ['an INSEE code', '72181', { codeInseeNaissance: { codeInsee: '72181' } }],
    ['a Corsican one', '2A004', { codeInseeNaissance: { codeInsee: '2A004' } }],
    ['a country', '99350', { codeInseeNaissance: { codeInsee: '99350' } }],
    ['a postcode', '72000', { codePostalNaissance: { codePostal: '72000' } }],
    ['a district of Paris', '75014', { codePostalNaissance: { codePostal: '75014' } }],
    ['its INSEE code', '75114', { codeInseeNaissance: { codeInsee: '75114' } }],
    ['nothing', null, { codePostalNaissance: { codePostal: null } }],
  ])('the birth place told by %s', (_, birthPlaceCode, written) => {
    expect(holderOf({ birthPlaceCode }).codeCommuneNaissance).toEqual(written);
  });

  it('the number, when the certifier asks, replaces the civil data and comes before the name', () => {
    const entry = writeRegistryEntry({ ...lina, hasNir: true }, true);
    expect(JSON.stringify(entry)).not.toContain('1994');
    expect(withNir(entry, '2940372181042').identificationTitulaire).toEqual({
      identifiantNational: { nir: '2940372181042', nomNaissance: 'Abadie' },
    });
    expect(Object.keys(withNir(entry, '1'))).toEqual(Object.keys(entry));
  });

  it('no element is ever blank, whatever was typed (W81)', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(typed, typed, fc.option(typed), typed, (birthName, givenName, usage, others) => {
        fc.pre(/\p{L}/u.test(birthName) && /\p{L}/u.test(givenName));
        const entry = write({ birthName, givenName, usageName: usage, otherGivenNames: others });
        for (const value of listTexts(entry)) expect(value.trim()).not.toBe('');
      }),
    );
  });

  it('a full file of the longest names stays below 200 MB (W73)', () => {
    const name = '&'.repeat(longestRegistryName);
    const longest = write({
      birthName: name,
      usageName: name,
      givenName: name,
      otherGivenNames: `${name},${name}`,
      birthCountryCode: 'CD',
      route: 'vae',
    });
    // Every name element costs its tags twice; an escaped sign takes six characters at most.
    const size = JSON.stringify(longest).length * 6 + 4_000;
    expect(size * registryReportCapacity).toBeLessThan(200_000_000);
  });
});

const listTexts = (field: RegistryField): string[] =>
  typeof field === 'string'
    ? [field]
    : typeof field === 'object' && field !== null
      ? Object.values(field).flatMap(listTexts)
      : [];

describe('the code of the certification', () => {
  it.each([
    ['RNCP 40913', 'RNCP40913'],
    ['RNCP40913', 'RNCP40913'],
    ['40913', 'RNCP40913'],
    ['à venir', null],
    [null, null],
  ])('%s', (rncp, code) => {
    expect(registryCode(rncp)).toBe(code);
  });
});

describe('what is missing before somebody can be sent (DOMAIN 11, W80)', () => {
  it('nothing for a complete file', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('the year of birth and the sex stop it, the place of birth warns', () => {
    expect(rulesOf({ birthDate: null, sex: null, birthPlaceCode: null })).toEqual([
      'error registry.mandatory-identity /identity/birthDate',
      'error registry.mandatory-identity /identity/sex',
      'warning registry.useful-identity /identity/birthPlaceCode',
    ]);
  });

  it('a name that the format cannot hold, a framework without its number', () => {
    expect(rulesOf({ birthName: 'A'.repeat(61), rncp: null })).toEqual([
      'error registry.rncp-number /rncp',
      'error registry.name-length /identity/birthName',
    ]);
  });

  it('the social security number, only when the certifier asks for it', () => {
    expect(rulesOf({ sex: null }, true)).toEqual([
      'error registry.nir-known /nir',
      'warning registry.useful-identity /identity/sex',
    ]);
    expect(rulesOf({ hasNir: true }, true)).toEqual([]);
  });
});
