import type {
  ContractFields,
  EmploymentDetails,
  EmploymentForm,
  PersonDetails,
  Request,
} from '@jalon/contract';
import type { AccessRoute, ContractKind, EntryProfile, Funder } from '@jalon/domain';
import type { GetInputPropsReturnType } from '@mantine/form';
import { isDay } from '../../lib/is-day.ts';
import { blankToNull } from './words.ts';

/** Binds an input to a field of a form: Mantine's `form.getInputProps`, whatever the form. */
export type BindField = (
  path: string,
  options?: { type?: 'input' | 'checkbox' },
) => GetInputPropsReturnType;

/** A person's fields as inputs hold them: text, empty when not known. */
export type PersonValues = {
  givenName: string;
  otherGivenNames: string;
  birthName: string;
  usageName: string;
  birthDate: string;
  sex: string;
  birthPlaceCode: string;
  birthCountryCode: string;
  email: string;
  phone: string;
};

/** A person's fields, of someone or blank. */
export const personValues = (person?: PersonDetails): PersonValues => ({
  givenName: person?.givenName ?? '',
  otherGivenNames: person?.otherGivenNames ?? '',
  birthName: person?.birthName ?? '',
  usageName: person?.usageName ?? '',
  birthDate: person?.birthDate ?? '',
  sex: person?.sex ?? '',
  birthPlaceCode: person?.birthPlaceCode ?? '',
  birthCountryCode: person?.birthCountryCode ?? '',
  email: person?.email ?? '',
  phone: person?.phone ?? '',
});

/** Fields as the API takes them. The cast names what the choices of the field allow. */
export const personBody = (values: PersonValues) => ({
  ...values,
  usageName: blankToNull(values.usageName),
  birthDate: blankToNull(values.birthDate),
  sex: blankToNull(values.sex) as 'F' | 'M' | null,
  birthPlaceCode: blankToNull(values.birthPlaceCode),
  birthCountryCode: blankToNull(values.birthCountryCode),
  email: blankToNull(values.email),
  phone: blankToNull(values.phone),
});

/** The entry of a learner as inputs hold it. */
export type EntryValues = {
  profile: string;
  diplomaLevel: string;
  experienceYears: string;
  route: string;
  funder: string;
  startsOn: string;
  endsOn: string;
  entryMotive: string;
};

export const blankEntry: EntryValues = {
  profile: '',
  diplomaLevel: '',
  experienceYears: '',
  route: '',
  funder: '',
  startsOn: '',
  endsOn: '',
  entryMotive: '',
};

/** A number of years; blank when nobody knows. */
const readYears = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replace(',', '.'));

/** An entry as the API takes it; what is no choice or no number is refused there, at its field. */
export const entryBody = (
  values: EntryValues,
): Omit<Request<'PUT /enrolments/:enrolmentId'>['body'], 'revision'> => ({
  profile: values.profile as EntryProfile,
  diplomaLevel: values.diplomaLevel === '' ? null : Number(values.diplomaLevel),
  experienceYears: readYears(values.experienceYears),
  route: values.route as AccessRoute,
  funder: values.funder as Funder,
  startsOn: values.startsOn,
  endsOn: blankToNull(values.endsOn),
  entryMotive: blankToNull(values.entryMotive),
});

/** An employment as inputs hold it; `tutor.choice` is a person's id, `new`, or nothing. */
export type EmploymentValues = {
  employerName: string;
  employerKind: string;
  siret: string;
  employerEmail: string;
  employerPhone: string;
  hireDate: string;
  dutyStartOn: string;
  cpamContractSignedOn: string;
  regimeOverride: string;
  endsOn: string;
  contractKind: string;
  contractStartsOn: string;
  /** Days of the week as the boxes hold them: '1' for Monday to '6' for Saturday. */
  workedMornings: string[];
  workedAfternoons: string[];
  /** `namesake` is who a new tutor of a known name is: a person's id, `other`, or not said. */
  tutor: { choice: string; givenName: string; birthName: string; email: string; namesake: string };
  tutorIsEmployer: boolean;
  tutorExperienceYears: string;
  tutorVolunteeredOn: string;
};

/** An employment's fields, of one or blank. */
export const employmentValues = (employment?: EmploymentDetails): EmploymentValues => ({
  employerName: employment?.employerName ?? '',
  employerKind: employment?.employerKind ?? 'practice',
  siret: employment?.siret ?? '',
  employerEmail: employment?.employerEmail ?? '',
  employerPhone: employment?.employerPhone ?? '',
  hireDate: employment?.hireDate ?? '',
  dutyStartOn: employment?.dutyStartOn ?? '',
  cpamContractSignedOn: employment?.cpamContractSignedOn ?? '',
  regimeOverride: employment?.regimeOverride ?? '',
  endsOn: employment?.endsOn ?? '',
  contractKind: employment?.contractKind ?? '',
  contractStartsOn: employment?.contractStartsOn ?? '',
  workedMornings: employment?.workedMornings.map(String) ?? [],
  workedAfternoons: employment?.workedAfternoons.map(String) ?? [],
  tutor: {
    choice: employment?.tutor?.id ?? '',
    givenName: '',
    birthName: '',
    email: '',
    namesake: '',
  },
  tutorIsEmployer: employment?.tutorIsEmployer ?? false,
  tutorExperienceYears: employment?.tutorExperienceYears?.toString() ?? '',
  tutorVolunteeredOn: employment?.tutorVolunteeredOn ?? '',
});

/** What those employments say of their contracts; one that is half typed says nothing yet. */
export const typedContracts = (employments: readonly EmploymentValues[]): ContractFields[] =>
  employments
    .filter(
      ({ employerName, hireDate, contractStartsOn, endsOn }) =>
        employerName.trim() !== '' &&
        isDay(hireDate) &&
        [contractStartsOn, endsOn].every((day) => day === '' || isDay(day)),
    )
    .map(({ employerName, hireDate, contractStartsOn, contractKind, endsOn, ...week }) => ({
      employerName,
      hireDate,
      ...readWeek(week),
      contractKind: blankToNull(contractKind) as ContractKind | null,
      contractStartsOn: blankToNull(contractStartsOn),
      endsOn: blankToNull(endsOn),
    }));

const readWeek = (week: Pick<EmploymentValues, 'workedMornings' | 'workedAfternoons'>) => ({
  workedMornings: week.workedMornings.map(Number).toSorted(),
  workedAfternoons: week.workedAfternoons.map(Number).toSorted(),
});

/** An employment as the API takes it. */
export function employmentBody(values: EmploymentValues): EmploymentForm {
  const { choice, namesake, ...typed } = values.tutor;
  return {
    ...values,
    employerKind: values.employerKind as EmploymentForm['employerKind'],
    siret: blankToNull(values.siret),
    employerEmail: blankToNull(values.employerEmail),
    employerPhone: blankToNull(values.employerPhone),
    dutyStartOn: blankToNull(values.dutyStartOn),
    cpamContractSignedOn: blankToNull(values.cpamContractSignedOn),
    regimeOverride: blankToNull(values.regimeOverride) as 'regime_2019' | 'regime_2024' | null,
    endsOn: blankToNull(values.endsOn),
    contractKind: blankToNull(values.contractKind) as ContractKind | null,
    contractStartsOn: blankToNull(values.contractStartsOn),
    ...readWeek(values),
    tutorExperienceYears: readYears(values.tutorExperienceYears),
    tutorVolunteeredOn: blankToNull(values.tutorVolunteeredOn),
    tutor:
      choice === ''
        ? null
        : choice === 'new'
          ? { kind: 'new', ...typed, namesake: blankToNull(namesake) }
          : { kind: 'known', personId: choice },
  };
}
