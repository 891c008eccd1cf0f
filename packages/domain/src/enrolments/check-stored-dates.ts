import { checkCredentialEntry } from '../assessments/check-credential-entry.ts';
import { checkSuspension } from '../deadlines/check-suspension.ts';
import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import { checkPerson, minimumAge } from '../people/check-person.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import { checkEmployment, type EmploymentFacts } from './check-employment.ts';
import { checkEnrolmentDates } from './check-leaving.ts';

/** Dates of a file as they are stored, whenever and however they were entered. */
export interface StoredDates {
  readonly birthDate: PlainDate | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly employments: readonly (Omit<EmploymentFacts, 'siret'> & {
    readonly employerName: string;
    /** Days during which its clocks stand still. */
    readonly suspensions: readonly { readonly fromOn: PlainDate; readonly toOn: PlainDate }[];
  })[];
  /** The credentials in force. */
  readonly credentials: readonly { readonly name: string; readonly obtainedOn: PlainDate }[];
}

/**
 * Points out the dates of a file that a form would refuse today and an older row may hold: they are
 * told and never refused, since nobody is typing them. Every finding is a warning; paths name the
 * dates.
 */
export function checkStoredDates(dates: StoredDates, today: PlainDate): readonly Finding[] {
  const { birthDate, employments } = dates;
  const identity = { sex: null, birthPlaceCode: null, birthCountryCode: null, email: null };
  const born = checkPerson({ ...identity, birthDate }, today);
  return [
    ...born,
    ...checkEnrolmentDates(dates),
    // A birth date that is wrong in itself says nothing of the others.
    ...(born.length > 0 ? [] : checkAges(dates)),
    ...employments.flatMap(({ employerName, suspensions, ...facts }) =>
      [
        ...checkEmployment({ ...facts, siret: null }, today),
        ...suspensions.flatMap((days) => checkStoredSuspension(days, facts, today)),
      ].map((finding) => ({ ...finding, message: `${employerName} : ${finding.message}` })),
    ),
    ...dates.credentials.flatMap((credential) =>
      checkStoredCredential(credential, born.length > 0 ? null : birthDate, today),
    ),
  ].map((finding) => ({ ...finding, severity: 'warning' }));
}

function checkStoredSuspension(
  days: StoredDates['employments'][number]['suspensions'][number],
  employment: EmploymentFacts | Omit<EmploymentFacts, 'siret'>,
  today: PlainDate,
): readonly Finding[] {
  const { fromOn, toOn } = days;
  return checkSuspension({ fromOn, toOn, employment, today }).map((finding) => ({
    ...finding,
    message: `suspension du ${formatDay(fromOn)} au ${formatDay(toOn)}. ${finding.message}`,
  }));
}

/** By its own day alone: whether it is there twice or serves already is asked when it is entered. */
const checkStoredCredential = (
  { name, obtainedOn }: StoredDates['credentials'][number],
  birthDate: PlainDate | null,
  today: PlainDate,
): readonly Finding[] =>
  checkCredentialEntry({
    obtainedOn,
    today,
    birthDate,
    correctedOn: null,
    recordedOn: [],
    uses: [],
  }).map((finding) => ({
    ...finding,
    message: `${name}, obtention le ${formatDay(obtainedOn)} : ${finding.message}`,
  }));

function checkAges({ birthDate, startsOn, employments }: StoredDates): readonly Finding[] {
  if (birthDate === null) return [];
  const oldEnough = addYears(birthDate, minimumAge);
  const tell = (rule: string, path: string, what: string): Finding => ({
    rule,
    severity: 'warning',
    path,
    message: `${what}, avant ses ${minimumAge} ans (naissance le ${formatDay(birthDate)}) : corrigez l’une des deux dates.`,
    source: 'DOMAIN 12',
  });
  return [
    ...(startsOn < oldEnough
      ? [tell('enrolment.entered-old-enough', '/startsOn', `Entrée le ${formatDay(startsOn)}`)]
      : []),
    ...employments
      .filter(({ hireDate }) => hireDate < oldEnough)
      .map(({ employerName, hireDate }) =>
        tell(
          'employment.hired-old-enough',
          '/hireDate',
          `${employerName} : embauche le ${formatDay(hireDate)}`,
        ),
      ),
  ];
}
