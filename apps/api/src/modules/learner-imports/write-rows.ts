import {
  describeMatchKey,
  type LearnerField,
  type LearnerRow,
  type PlannedRow,
} from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { fromDay, fromDayOrNull } from '../../db/days.ts';

/** A line to write, with the ids of what it makes or changes. */
export interface RowToWrite {
  readonly planned: PlannedRow;
  readonly personId: string;
  readonly isNewPerson: boolean;
  readonly enrolmentId: string;
  readonly isNewEnrolment: boolean;
  readonly tutorId: string | null;
}

/** Persons made for tutors that nobody knew, one a mail. */
export interface NewTutor {
  readonly id: string;
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
}

const personFields: readonly LearnerField[] = [
  'birthName',
  'givenName',
  'otherGivenNames',
  'usageName',
  'birthDate',
  'sex',
  'birthPlaceCode',
  'birthCountryCode',
  'email',
  'phone',
];
const enrolmentFields: readonly LearnerField[] = [
  'profile',
  'diplomaLevel',
  'experienceYears',
  'route',
  'funder',
  'startsOn',
  'entryMotive',
];
const employmentFields: readonly LearnerField[] = [
  'employerName',
  'employerKind',
  'siret',
  'hireDate',
  'dutyStartOn',
  'cpamContractSignedOn',
  'tutorEmail',
  'tutorIsEmployer',
];

/** Writes what the lines decided, in a fixed number of statements whatever the number of lines. */
export async function writeRows(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  rows: readonly RowToWrite[],
  tutors: readonly NewTutor[],
): Promise<void> {
  const { centreId } = actor;
  await tx.person.createMany({
    data: [
      ...tutors.map((tutor) => ({ centreId, ...tutor, matchKey: describeMatchKey(tutor) })),
      ...rows.filter((row) => row.isNewPerson).map((row) => newPerson(centreId, row)),
    ],
  });
  await updatePersons(tx, rows);
  await tx.enrolment.createMany({
    data: rows
      .filter((row) => row.isNewEnrolment)
      .map((row) => newEnrolment(centreId, cohortId, row)),
  });
  await updateEnrolments(tx, rows);
  await tx.employment.createMany({
    data: rows
      .filter(({ planned }) => planned.isNewEmployment)
      .map((row) => newEmployment(centreId, row)),
  });
  await updateEmployments(tx, rows);
}

const newPerson = (centreId: string, { personId, planned: { row } }: RowToWrite) => ({
  centreId,
  id: personId,
  givenName: row.givenName ?? '',
  birthName: row.birthName ?? '',
  otherGivenNames: row.otherGivenNames ?? '',
  usageName: row.usageName,
  birthDate: fromDayOrNull(row.birthDate),
  sex: row.sex,
  birthPlaceCode: row.birthPlaceCode,
  birthCountryCode: row.birthCountryCode,
  email: row.email,
  phone: row.phone,
  matchKey: describeMatchKey({ givenName: row.givenName ?? '', birthName: row.birthName ?? '' }),
});

const newEnrolment = (
  centreId: string,
  cohortId: string,
  { enrolmentId, personId, planned: { row } }: RowToWrite,
) => ({
  centreId,
  id: enrolmentId,
  personId,
  cohortId,
  profile: row.profile ?? 'school_leaver',
  diplomaLevel: row.diplomaLevel,
  experienceYears: row.experienceYears ?? 0,
  route: row.route ?? 'continuing_training',
  funder: row.funder ?? 'other',
  startsOn: fromDay(row.startsOn ?? ''),
  entryMotive: row.entryMotive,
});

const newEmployment = (centreId: string, { personId, tutorId, planned: { row } }: RowToWrite) => ({
  centreId,
  id: uuidv7(),
  personId,
  employerName: row.employerName ?? '',
  employerKind: row.employerKind ?? ('practice' as const),
  siret: row.siret,
  tutorId,
  tutorIsEmployer: row.tutorIsEmployer ?? false,
  hireDate: fromDay(row.hireDate ?? ''),
  dutyStartOn: fromDayOrNull(row.dutyStartOn),
  cpamContractSignedOn: fromDayOrNull(row.cpamContractSignedOn),
});

/** The changed fields of a line among these; the rest is `null`, which the update leaves alone. */
function changedFields(
  { planned }: RowToWrite,
  fields: readonly LearnerField[],
): Partial<LearnerRow> | null {
  const changed = planned.changes.map(({ field }) => field).filter((one) => fields.includes(one));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((field) => [field, planned.row[field]]));
}

async function updatePersons(tx: Tx, rows: readonly RowToWrite[]): Promise<void> {
  const changes = rows.flatMap((row) => {
    const fields = changedFields(row, personFields);
    if (fields === null || row.planned.person === null) return [];
    const names = { ...row.planned.person, ...fields };
    const matchKey = describeMatchKey({
      givenName: names.givenName ?? '',
      birthName: names.birthName ?? '',
    });
    return [{ ...fields, id: row.personId, matchKey }];
  });
  if (changes.length === 0) return;
  await tx.$executeRaw`
    update person p
       set given_name = coalesce(c."givenName", p.given_name),
           birth_name = coalesce(c."birthName", p.birth_name),
           other_given_names = coalesce(c."otherGivenNames", p.other_given_names),
           usage_name = coalesce(c."usageName", p.usage_name),
           birth_date = coalesce(c."birthDate", p.birth_date),
           sex = coalesce(c.sex, p.sex),
           birth_place_code = coalesce(c."birthPlaceCode", p.birth_place_code),
           birth_country_code = coalesce(c."birthCountryCode", p.birth_country_code),
           email = coalesce(c.email, p.email),
           phone = coalesce(c.phone, p.phone),
           match_key = c."matchKey",
           revision = p.revision + 1
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(
           id uuid, "givenName" text, "birthName" text, "otherGivenNames" text, "usageName" text,
           "birthDate" date, sex text, "birthPlaceCode" text, "birthCountryCode" text,
           email text, phone text, "matchKey" text)
     where p.id = c.id`;
}

async function updateEnrolments(tx: Tx, rows: readonly RowToWrite[]): Promise<void> {
  const changes = rows.flatMap((row) => {
    const fields = changedFields(row, enrolmentFields);
    return fields && !row.isNewEnrolment ? [{ ...fields, id: row.enrolmentId }] : [];
  });
  if (changes.length === 0) return;
  await tx.$executeRaw`
    update enrolment e
       set profile = coalesce(c.profile::entry_profile, e.profile),
           diploma_level = coalesce(c."diplomaLevel", e.diploma_level),
           experience_years = coalesce(c."experienceYears", e.experience_years),
           route = coalesce(c.route::access_route, e.route),
           funder = coalesce(c.funder::funder, e.funder),
           starts_on = coalesce(c."startsOn", e.starts_on),
           entry_motive = coalesce(c."entryMotive", e.entry_motive),
           revision = e.revision + 1
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(
           id uuid, profile text, "diplomaLevel" int, "experienceYears" int, route text,
           funder text, "startsOn" date, "entryMotive" text)
     where e.id = c.id`;
}

async function updateEmployments(tx: Tx, rows: readonly RowToWrite[]): Promise<void> {
  const changes = rows.flatMap((row) => {
    const fields = changedFields(row, employmentFields);
    const id = row.planned.employmentId;
    if (fields === null || id === null) return [];
    return [{ ...fields, id, tutorId: fields.tutorEmail ? row.tutorId : null }];
  });
  if (changes.length === 0) return;
  await tx.$executeRaw`
    update employment m
       set employer_name = coalesce(c."employerName", m.employer_name),
           employer_kind = coalesce(c."employerKind"::employer_kind, m.employer_kind),
           siret = coalesce(c.siret, m.siret),
           hire_date = coalesce(c."hireDate", m.hire_date),
           duty_start_on = coalesce(c."dutyStartOn", m.duty_start_on),
           cpam_contract_signed_on = coalesce(c."cpamContractSignedOn", m.cpam_contract_signed_on),
           tutor_id = coalesce(c."tutorId", m.tutor_id),
           tutor_is_employer = coalesce(c."tutorIsEmployer", m.tutor_is_employer),
           revision = m.revision + 1
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(
           id uuid, "employerName" text, "employerKind" text, siret text, "hireDate" date,
           "dutyStartOn" date, "cpamContractSignedOn" date, "tutorId" uuid,
           "tutorIsEmployer" boolean)
     where m.id = c.id`;
}
