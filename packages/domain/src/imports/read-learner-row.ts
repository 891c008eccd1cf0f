import {
  accessRouteNames,
  contractKindNames,
  employerKindNames,
  entryProfileNames,
  funderNames,
} from '../enrolments/french-names.ts';
import { countryNames } from '../people/countries.ts';
import type { PlainDate } from '../plain-date.ts';
import { isStorableText, sayUnstorable, stripUnstorable } from '../storable-text.ts';
import type {
  AccessRoute,
  ContractKind,
  EmployerKind,
  EntryProfile,
  Funder,
} from '../vocabulary.ts';
import { type ColumnMapping, type LearnerField, learnerFieldLabel } from './learner-columns.ts';
import {
  type CellResult,
  readChoice,
  readDay,
  readEmail,
  readInteger,
  readPhone,
  readPlaceCode,
  readSiret,
} from './read-cells.ts';

/** One line of a file, read. `null` is a blank cell or an absent column: it changes nothing. */
export interface LearnerRow {
  readonly birthName: string | null;
  readonly givenName: string | null;
  readonly otherGivenNames: string | null;
  readonly usageName: string | null;
  readonly birthDate: PlainDate | null;
  readonly sex: 'F' | 'M' | null;
  readonly birthPlaceCode: string | null;
  /** ISO 3166 alpha-2. */
  readonly birthCountryCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly profile: EntryProfile | null;
  readonly diplomaLevel: number | null;
  readonly experienceYears: number | null;
  readonly route: AccessRoute | null;
  readonly funder: Funder | null;
  readonly startsOn: PlainDate | null;
  readonly entryMotive: string | null;
  readonly employerName: string | null;
  readonly employerKind: EmployerKind | null;
  readonly siret: string | null;
  readonly hireDate: PlainDate | null;
  readonly dutyStartOn: PlainDate | null;
  readonly cpamContractSignedOn: PlainDate | null;
  readonly contractKind: ContractKind | null;
  readonly contractStartsOn: PlainDate | null;
  readonly contractEndsOn: PlainDate | null;
  readonly tutorBirthName: string | null;
  readonly tutorGivenName: string | null;
  readonly tutorEmail: string | null;
  readonly tutorIsEmployer: boolean | null;
  /** The day on which the tutor confirmed that they volunteer. */
  readonly tutorVolunteeredOn: PlainDate | null;
}

/** What is wrong with one cell; `field` is `null` for the whole line. */
export interface CellProblem {
  readonly field: LearnerField | null;
  readonly message: string;
}

export interface ReadRow {
  /** Line of the file as a spreadsheet numbers it, headers on line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly row: LearnerRow;
  readonly problems: readonly CellProblem[];
}

const readText = (text: string): CellResult<string> =>
  text.length > 300 ? { problem: '300 caractères au plus.' } : { value: text };

const readCountry = (text: string): CellResult<string> =>
  /^[a-z]{2}$/i.test(text) ? { value: text.toUpperCase() } : readChoice(text, countryNames);

const readSex = (text: string): CellResult<'F' | 'M'> =>
  readChoice(
    text,
    { F: 'F', M: 'M' },
    {
      h: 'M',
      homme: 'M',
      masculin: 'M',
      monsieur: 'M',
      mr: 'M',
      femme: 'F',
      feminin: 'F',
      madame: 'F',
      mme: 'F',
      mlle: 'F',
    },
  );

const readYesNo = (text: string): CellResult<boolean> => {
  const result = readChoice(
    text,
    { yes: 'oui', no: 'non' },
    { o: 'yes', n: 'no', x: 'yes', vrai: 'yes', faux: 'no' },
  );
  return 'value' in result ? { value: result.value === 'yes' } : result;
};

const readRoute = (text: string): CellResult<AccessRoute> =>
  readChoice(text, accessRouteNames, {
    'contrat pro': 'professional_contract',
    cp: 'professional_contract',
    fc: 'continuing_training',
    'formation continue salariee': 'continuing_training',
    reconversion: 'reconversion_period',
    proa: 'pro_a',
    'reconversion ou promotion par alternance': 'pro_a',
    'promotion par alternance': 'pro_a',
    poec: 'jobseeker_poec_pic',
    poei: 'jobseeker_poec_pic',
    pic: 'jobseeker_poec_pic',
    'demandeur d emploi': 'jobseeker_poec_pic',
  });

const readProfile = (text: string): CellResult<EntryProfile> =>
  readChoice(text, entryProfileNames, {
    ide: 'ide',
    infirmier: 'ide',
    infirmiere: 'ide',
    deas: 'deas',
    'aide soignant': 'deas',
    'aide soignante': 'deas',
    deap: 'deap',
    // Files made before these names took one gender, and files that give the other.
    'secretaire medicale certifiee': 'medical_secretary_certified',
    'secretaire medicale sans certification': 'medical_secretary_uncertified',
    'secretaire medicale': 'medical_secretary_uncertified',
    'assistante dentaire': 'dental_assistant_certified',
    'assistante dentaire titree': 'dental_assistant_certified',
    'infirmiere ide': 'ide',
    'aide soignante deas': 'deas',
    reconversion: 'career_changer',
    'sortie d etudes': 'school_leaver',
    scolaire: 'school_leaver',
    etudiant: 'school_leaver',
    chomage: 'jobseeker',
  });

const readFunder = (text: string): CellResult<Funder> =>
  readChoice(text, funderNames, {
    opco: 'opco_ep',
    opcoep: 'opco_ep',
    'pole emploi': 'france_travail',
    cabinet: 'employer',
    autofinancement: 'self',
  });

/** « Contrat pro » alone does not say whether it is a CDD or a CDI: nobody guesses. */
const readContractKind = (text: string): CellResult<ContractKind> =>
  readChoice(text, contractKindNames, {
    'contrat a duree indeterminee': 'permanent',
    'contrat a duree determinee': 'fixed_term',
    'contrat pro cdd': 'professional_fixed_term',
    'contrat pro cdi': 'professional_permanent',
    'contrat de professionnalisation en cdd': 'professional_fixed_term',
    'contrat de professionnalisation en cdi': 'professional_permanent',
    'contrat de professionnalisation cdd': 'professional_fixed_term',
    'contrat de professionnalisation cdi': 'professional_permanent',
    poec: 'poec',
  });

const readers: {
  readonly [F in LearnerField]: (text: string) => CellResult<NonNullable<LearnerRow[F]>>;
} = {
  birthName: readText,
  givenName: readText,
  otherGivenNames: readText,
  usageName: readText,
  birthDate: readDay,
  sex: readSex,
  birthPlaceCode: readPlaceCode,
  birthCountryCode: readCountry,
  email: readEmail,
  phone: readPhone,
  profile: readProfile,
  diplomaLevel: (text) => readInteger(text, 1, 8),
  experienceYears: (text) => readInteger(text, 0, 60),
  route: readRoute,
  funder: readFunder,
  startsOn: readDay,
  entryMotive: readText,
  employerName: readText,
  employerKind: (text) =>
    readChoice(text, employerKindNames, { msp: 'group', groupement: 'group' }),
  siret: readSiret,
  hireDate: readDay,
  dutyStartOn: readDay,
  cpamContractSignedOn: readDay,
  contractKind: readContractKind,
  contractStartsOn: readDay,
  contractEndsOn: readDay,
  tutorBirthName: readText,
  tutorGivenName: readText,
  tutorEmail: readEmail,
  tutorIsEmployer: readYesNo,
  tutorVolunteeredOn: readDay,
};

/** A row without anything, to build on. */
export const blankLearnerRow: LearnerRow = {
  birthName: null,
  givenName: null,
  otherGivenNames: null,
  usageName: null,
  birthDate: null,
  sex: null,
  birthPlaceCode: null,
  birthCountryCode: null,
  email: null,
  phone: null,
  profile: null,
  diplomaLevel: null,
  experienceYears: null,
  route: null,
  funder: null,
  startsOn: null,
  entryMotive: null,
  employerName: null,
  employerKind: null,
  siret: null,
  hireDate: null,
  dutyStartOn: null,
  cpamContractSignedOn: null,
  contractKind: null,
  contractStartsOn: null,
  contractEndsOn: null,
  tutorBirthName: null,
  tutorGivenName: null,
  tutorEmail: null,
  tutorIsEmployer: null,
  tutorVolunteeredOn: null,
};

/**
 * Reads one line of a file under a mapping. Every cell that cannot be read is said at its column;
 * what a line lacks to be someone, an employer or a tutor is said once.
 */
export function readLearnerRow(
  cells: readonly string[],
  mapping: ColumnMapping,
  line: number,
): ReadRow {
  const problems: CellProblem[] = [];
  const values: Partial<Record<LearnerField, unknown>> = {};
  mapping.forEach((field, index) => {
    const text = (cells[index] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    if (field === null || text === '') return;
    const result = isStorableText(text) ? readers[field](text) : { problem: sayUnstorable };
    if ('value' in result) values[field] = result.value;
    else problems.push({ field, message: result.problem });
  });
  const row = { ...blankLearnerRow, ...values } as LearnerRow;
  const refused = new Set(problems.map(({ field }) => field));
  const missing = listMissing(row).filter(({ field }) => !refused.has(field));
  return { line, cells: cells.map(stripUnstorable), row, problems: [...problems, ...missing] };
}

function listMissing(row: LearnerRow): CellProblem[] {
  const wanted: LearnerField[] = ['birthName', 'givenName'];
  const hasEmployment = [
    row.siret,
    row.hireDate,
    row.dutyStartOn,
    row.cpamContractSignedOn,
    row.contractKind,
    row.contractStartsOn,
    row.contractEndsOn,
    row.tutorVolunteeredOn,
  ].some((value) => value !== null);
  if (row.employerName !== null) wanted.push('hireDate');
  const hasTutor = [row.tutorBirthName, row.tutorGivenName, row.tutorEmail].some(
    (value) => value !== null,
  );
  if (hasEmployment || hasTutor) wanted.push('employerName');
  if (hasTutor) wanted.push('tutorBirthName', 'tutorGivenName', 'tutorEmail');
  const blank = wanted
    .filter((field) => row[field] === null)
    .map((field) => ({ field, message: `« ${learnerFieldLabel(field)} » est à renseigner.` }));
  if (row.email !== null || row.birthDate !== null) return blank;
  const message =
    'Il faut une adresse mail ou une date de naissance : sans elles, cette personne ne peut pas être reconnue.';
  return [...blank, { field: 'email', message }];
}
