import { countryNames } from '../people/countries.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';

/** Someone who holds a certificate, with all that the registry is told of it (DOMAIN 11). */
export interface CertifiedPerson {
  readonly enrolmentId: string;
  /** « RNCP 40913 »; `null` for a training that ends with an attestation. */
  readonly rncp: string | null;
  readonly issuedOn: PlainDate;
  /** Day of the jury's last decision. */
  readonly decidedOn: PlainDate;
  readonly route: AccessRoute;
  readonly enrolledOn: PlainDate;
  /** Days of the juries that acquired the blocks, and whether they met at a distance. */
  readonly juries: readonly { readonly heldOn: PlainDate; readonly remote: boolean }[];
  readonly birthName: string;
  readonly usageName: string | null;
  readonly givenName: string;
  /** The other first names, parted by commas or spaces. */
  readonly otherGivenNames: string;
  readonly birthDate: PlainDate | null;
  readonly sex: string | null;
  readonly birthPlaceCode: string | null;
  /** ISO 3166 alpha-2. */
  readonly birthCountryCode: string | null;
  readonly hasNir: boolean;
}

/** A field of the file: text, yes or no, `null` for one that is said to be empty (`xsi:nil`), or fields. */
export type RegistryField = string | boolean | null | RegistryFields;
/** Elements by name, in the order of the file. What is not known and may be left out is not there. */
export interface RegistryFields {
  readonly [element: string]: RegistryField;
}

/**
 * One file holds this many persons at most: at the longest names that the format allows it stays
 * below its limit of 200 MB (DOMAIN 11, W73).
 */
export const registryReportCapacity = 15_000;

/** The longest name that the format takes. */
export const longestRegistryName = 60;

/** « RNCP 40913 » as the format writes it: `RNCP40913`; `null` when it is no RNCP number. */
export function registryCode(rncp: string | null): string | null {
  const number = /^(?:RNCP\s*)?(\d{2,6})$/i.exec(rncp?.trim() ?? '')?.[1];
  return number === undefined ? null : `RNCP${number}`;
}

/**
 * What the file says of one person, in the order of DOMAIN 11. Elements that hold nothing are absent
 * or `null` (nil), never blank. With `asksForNir` the holder is told by number and birth name: the
 * number itself is added by `withNir` when the file is written, and is not kept here.
 */
export function writeRegistryEntry(person: CertifiedPerson, asksForNir: boolean): RegistryFields {
  const days = person.juries.map(({ heldOn }) => heldOn).toSorted();
  return withoutUnknown({
    idTechnique: person.enrolmentId,
    obtentionCertification: 'PAR_ADMISSION',
    donneeCertifiee: true,
    dateDebutExamen: days[0],
    dateFinExamen: days.at(-1),
    modalitePassageExamen: modeOf(person.juries),
    dateDebutValidite: person.decidedOn,
    dateFinValidite: null,
    presenceNiveauLangueEuro: false,
    presenceNiveauNumeriqueEuro: false,
    scoring: null,
    mentionValidee: null,
    modalitesInscription: withoutUnknown({
      modaliteAcces: accessModes[person.route],
      voieAccessVAE: person.route === 'vae' ? 'VAE_CLASSIQUE' : undefined,
      // The centre itself registers the candidate before the jury (S1:L176).
      initiativeInscription: 'OF',
      dateInscription: person.enrolledOn,
    }),
    identificationTitulaire: asksForNir
      ? { identifiantNational: { nomNaissance: text(person.birthName) ?? '' } }
      : { titulaire: writeHolder(person) },
  });
}

/** The same with the holder's number, its key left out, before their birth name. */
export function withNir(entry: RegistryFields, nir: string): RegistryFields {
  const { identificationTitulaire: holder, ...rest } = entry;
  const { identifiantNational: known } = fieldsOf(holder);
  return {
    ...rest,
    identificationTitulaire: { identifiantNational: { nir, ...fieldsOf(known) } },
  };
}

const fieldsOf = (field: RegistryField | undefined): RegistryFields =>
  typeof field === 'object' && field !== null ? field : {};

const accessModes: Readonly<Record<AccessRoute, string>> = {
  professional_contract: 'FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION',
  continuing_training: 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
  pro_a: 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
  reconversion_period: 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
  jobseeker_poec_pic: 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
  vae: 'VAE',
  apprenticeship: 'FORMATION_INITIALE_APPRENTISSAGE',
};

function modeOf(juries: CertifiedPerson['juries']): string | undefined {
  if (juries.length === 0) return undefined;
  if (juries.every(({ remote }) => remote)) return 'A_DISTANCE';
  return juries.some(({ remote }) => remote) ? 'MIXTE' : 'EN_PRESENTIEL';
}

function writeHolder(person: CertifiedPerson): RegistryFields {
  const [year, month, day] = person.birthDate?.split('-') ?? [];
  const [second, third] = listGivenNames(person.otherGivenNames);
  return withoutUnknown({
    nomNaissance: text(person.birthName) ?? '',
    nomUsage: text(person.usageName) ?? null,
    prenom1: text(person.givenName) ?? '',
    prenom2: second,
    prenom3: third,
    anneeNaissance: year ?? '',
    moisNaissance: month ? String(Number(month)) : null,
    jourNaissance: day ? String(Number(day)) : null,
    sexe: person.sex ?? '',
    codeCommuneNaissance: writeBirthPlace(person.birthPlaceCode?.trim() ?? ''),
    libellePaysNaissance: person.birthCountryCode
      ? countryNames[person.birthCountryCode]
      : undefined,
  });
}

const listGivenNames = (names: string): readonly string[] =>
  (names.includes(',') ? names.split(',') : names.split(/\s+/)).flatMap((name) => text(name) ?? []);

/**
 * An INSEE code or a postcode, which the same five figures may be: postcodes end with 0, but for
 * those of the districts of Paris, Lyon and Marseille; 99 begins the INSEE codes of countries. In doubt it is told as a postcode, which the
 * registry does not look up.
 */
function writeBirthPlace(code: string): RegistryFields {
  if (code === '') return { codePostalNaissance: { codePostal: null } };
  return isPostcode(code)
    ? { codePostalNaissance: { codePostal: code } }
    : { codeInseeNaissance: { codeInsee: code } };
}

const isPostcode = (code: string): boolean =>
  /^(?!99)\d{4}0$/.test(code) || /^(750(0[1-9]|1\d|20)|6900[1-9]|130(0[1-9]|1[0-6]))$/.test(code);

/** Text on one line without what XML cannot hold; `undefined` when nothing is left. */
const text = (value: string | null): string | undefined =>
  (value ?? '')
    .replace(/[^\P{C}\n\t]/gu, '')
    .replace(/\s+/g, ' ')
    .trim() || undefined;

const withoutUnknown = (
  fields: Readonly<Record<string, RegistryField | undefined>>,
): RegistryFields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, RegistryField] => field[1] !== undefined,
    ),
  );
