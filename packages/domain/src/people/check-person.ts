import type { Finding } from '../finding.ts';
import { ageOn, type PlainDate } from '../plain-date.ts';

/** The identity of a person as the certifier wants it; `null` or empty when not given yet. */
export interface PersonIdentity {
  readonly birthDate: PlainDate | null;
  readonly sex: string | null;
  /** INSEE code of the commune, or its postcode; `99…` INSEE codes are countries. */
  readonly birthPlaceCode: string | null;
  /** ISO 3166 alpha-2. */
  readonly birthCountryCode: string | null;
  readonly email: string | null;
}

export type PersonField = keyof PersonIdentity;

const source = 'DOMAIN 11, W80';

const certifierData: readonly { readonly field: PersonField; readonly label: string }[] = [
  { field: 'birthDate', label: 'date de naissance' },
  { field: 'sex', label: 'sexe' },
  { field: 'birthCountryCode', label: 'pays de naissance' },
  { field: 'birthPlaceCode', label: 'commune de naissance' },
  { field: 'email', label: 'adresse mail' },
];

/**
 * What must still be collected before a certificate can be declared to the Caisse des Dépôts
 * (DOMAIN 11), in the order of the form: refusals come from birth data noticed too late. A commune
 * is asked only of those born in France.
 */
export const listMissingIdentity = (
  person: PersonIdentity,
): readonly { readonly field: PersonField; readonly label: string }[] =>
  certifierData.filter(
    ({ field }) => !person[field]?.trim() && !(field === 'birthPlaceCode' && isBornAbroad(person)),
  );

const isBornAbroad = ({ birthCountryCode }: PersonIdentity): boolean =>
  birthCountryCode !== null && birthCountryCode.trim() !== '' && birthCountryCode !== 'FR';

const placeCode = /^(\d{5}|2[AB]\d{3})$/;

/** Checks what was typed for a person. Paths point into the identity; every finding is an error. */
export function checkPerson(person: PersonIdentity, today: PlainDate): readonly Finding[] {
  return [...checkBirthDate(person.birthDate, today), ...checkPlace(person.birthPlaceCode)];
}

/** Nobody enters a training younger. */
export const minimumAge = 14;

function checkBirthDate(birthDate: PlainDate | null, today: PlainDate): readonly Finding[] {
  if (birthDate === null) return [];
  if (birthDate > today) {
    return [error('person.born-already', '/birthDate', 'Cette date de naissance est à venir.')];
  }
  const age = ageOn(birthDate, today);
  if (age < minimumAge) {
    return [
      error(
        'person.old-enough',
        '/birthDate',
        `Cette date de naissance donne moins de ${minimumAge} ans : vérifiez l’année.`,
      ),
    ];
  }
  if (age <= 100) return [];
  return [
    error(
      'person.young-enough',
      '/birthDate',
      'Cette date de naissance donne plus de 100 ans : vérifiez l’année.',
    ),
  ];
}

function checkPlace(code: string | null): readonly Finding[] {
  if (code === null || code === '' || placeCode.test(code)) return [];
  return [
    error(
      'person.place-code-shape',
      '/birthPlaceCode',
      'Indiquez le code INSEE ou le code postal de la commune : 5 caractères, par exemple 72181.',
    ),
  ];
}

const error = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});
