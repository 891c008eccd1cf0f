import {
  describeMatchKey,
  type LearnerField,
  type LearnerRow,
  type PlainDate,
  type PlannedRow,
} from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import {
  beginFirstTurns,
  changeTutors,
  type NamedTutor,
  noteVolunteers,
  type TutorChange,
} from '../enrolments/tutor-turns.ts';

/** A line to write, with the ids of what it makes or changes. */
export interface RowToWrite {
  readonly planned: PlannedRow;
  readonly personId: string;
  readonly isNewPerson: boolean;
  readonly enrolmentId: string;
  readonly isNewEnrolment: boolean;
  readonly tutorId: string | null;
}

/** A tutor that the lines name: a person to make, or a known one who takes the mail of the file. */
export interface TutorToWrite {
  readonly id: string;
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
  readonly isNew: boolean;
  readonly takesMail: boolean;
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
  'contractKind',
  'contractStartsOn',
  'contractEndsOn',
  'tutorEmail',
  'tutorIsEmployer',
  'tutorVolunteeredOn',
];

/** Writes what the lines decided, in a fixed number of statements whatever the number of lines. */
export async function writeRows(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  rows: readonly RowToWrite[],
  tutors: readonly TutorToWrite[],
  today: PlainDate,
): Promise<void> {
  const { centreId } = actor;
  const made = rows.filter(({ isNewPerson }) => isNewPerson).map(newPerson);
  const newTutors = tutors.filter(({ isNew }) => isNew).map(withMatchKey);
  await insertPersons(tx, centreId, [...newTutors, ...made]);
  await updatePersons(tx, [...rows.flatMap(changedPerson), ...tutors.flatMap(movedTutor)]);
  await insertEnrolments(tx, centreId, cohortId, rows);
  await updateEnrolments(tx, rows);
  await insertEmployments(tx, centreId, rows);
  await updateEmployments(tx, centreId, rows, today);
}

// One JSON parameter a statement: Prisma's createMany takes seconds for a thousand rows.

const withMatchKey = (tutor: TutorToWrite) => ({ ...tutor, matchKey: describeMatchKey(tutor) });

/** Their names stay as they are known. */
const movedTutor = ({ id, email, takesMail }: TutorToWrite) => (takesMail ? [{ id, email }] : []);

function newPerson({ personId, planned: { row } }: RowToWrite) {
  const names = { givenName: row.givenName ?? '', birthName: row.birthName ?? '' };
  return { ...row, ...names, id: personId, matchKey: describeMatchKey(names) };
}

async function insertPersons(
  tx: Tx,
  centreId: string,
  persons: readonly { readonly id: string }[],
): Promise<void> {
  if (persons.length === 0) return;
  await tx.$executeRaw`
    insert into person (centre_id, id, given_name, birth_name, other_given_names, usage_name,
           birth_date, sex, birth_place_code, birth_country_code, email, phone, match_key)
    select ${centreId}::uuid, n.id, n."givenName", n."birthName",
           coalesce(n."otherGivenNames", ''), n."usageName", n."birthDate", n.sex,
           n."birthPlaceCode", n."birthCountryCode", n.email, n.phone, n."matchKey"
      from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as n(
           id uuid, "givenName" text, "birthName" text, "otherGivenNames" text, "usageName" text,
           "birthDate" date, sex text, "birthPlaceCode" text, "birthCountryCode" text,
           email text, phone text, "matchKey" text)`;
}

async function insertEnrolments(
  tx: Tx,
  centreId: string,
  cohortId: string,
  rows: readonly RowToWrite[],
): Promise<void> {
  const made = rows
    .filter(({ isNewEnrolment }) => isNewEnrolment)
    .map(({ enrolmentId, personId, planned }) => ({ ...planned.row, id: enrolmentId, personId }));
  if (made.length === 0) return;
  await tx.$executeRaw`
    insert into enrolment (centre_id, id, person_id, cohort_id, profile, diploma_level,
           experience_years, route, funder, starts_on, entry_motive)
    select ${centreId}::uuid, n.id, n."personId", ${cohortId}::uuid, n.profile::entry_profile,
           n."diplomaLevel", n."experienceYears", n.route::access_route,
           n.funder::funder, n."startsOn", n."entryMotive"
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as n(
           id uuid, "personId" uuid, profile text, "diplomaLevel" int, "experienceYears" int,
           route text, funder text, "startsOn" date, "entryMotive" text)`;
}

async function insertEmployments(
  tx: Tx,
  centreId: string,
  rows: readonly RowToWrite[],
): Promise<void> {
  const made = rows
    .filter(({ planned }) => planned.isNewEmployment)
    .map(({ personId, tutorId, planned }) => ({ ...planned.row, id: uuidv7(), personId, tutorId }));
  if (made.length === 0) return;
  await tx.$executeRaw`
    insert into employment (centre_id, id, person_id, employer_name, employer_kind, siret, tutor_id,
           tutor_is_employer, hire_date, duty_start_on, cpam_contract_signed_on,
           contract_kind, contract_starts_on, ends_on)
    select ${centreId}::uuid, n.id, n."personId", n."employerName",
           coalesce(n."employerKind", 'practice')::employer_kind, n.siret, n."tutorId",
           coalesce(n."tutorIsEmployer", false), n."hireDate", n."dutyStartOn",
           n."cpamContractSignedOn", n."contractKind"::contract_kind, n."contractStartsOn",
           n."contractEndsOn"
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as n(
           id uuid, "personId" uuid, "employerName" text, "employerKind" text, siret text,
           "tutorId" uuid, "tutorIsEmployer" boolean, "hireDate" date, "dutyStartOn" date,
           "cpamContractSignedOn" date, "contractKind" text, "contractStartsOn" date,
           "contractEndsOn" date)`;
  const named = made.map(({ id, tutorId, hireDate }) => ({
    id,
    tutorId,
    hireDate: hireDate ?? '',
  }));
  await beginFirstTurns(tx, centreId, named);
  await noteVolunteers(
    tx,
    centreId,
    made.map(({ id, tutorVolunteeredOn }) => ({
      employmentId: id,
      volunteeredOn: tutorVolunteeredOn,
    })),
  );
}

/** The changed fields of a line among these; the rest is `null`, which the update leaves alone. */
function changedFields(
  { planned }: RowToWrite,
  fields: readonly LearnerField[],
): Partial<LearnerRow> | null {
  const changed = planned.changes.map(({ field }) => field).filter((one) => fields.includes(one));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((field) => [field, planned.row[field]]));
}

function changedPerson(row: RowToWrite) {
  const fields = changedFields(row, personFields);
  if (fields === null || row.planned.person === null) return [];
  const names = { ...row.planned.person, ...fields };
  const matchKey = describeMatchKey({
    givenName: names.givenName ?? '',
    birthName: names.birthName ?? '',
  });
  return [{ ...fields, id: row.personId, matchKey }];
}

async function updatePersons(tx: Tx, changes: readonly { readonly id: string }[]): Promise<void> {
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
           match_key = coalesce(c."matchKey", p.match_key),
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

async function updateEmployments(
  tx: Tx,
  centreId: string,
  rows: readonly RowToWrite[],
  today: PlainDate,
): Promise<void> {
  const changes = rows.flatMap((row) => {
    const fields = changedFields(row, employmentFields);
    const id = row.planned.employmentId;
    if (fields === null || id === null) return [];
    return [{ ...fields, id, tutorId: fields.tutorEmail ? row.tutorId : null }];
  });
  if (changes.length === 0) return;
  const turns = await listTutorChanges(tx, changes);
  await tx.$executeRaw`
    update employment m
       set employer_name = coalesce(c."employerName", m.employer_name),
           employer_kind = coalesce(c."employerKind"::employer_kind, m.employer_kind),
           siret = coalesce(c.siret, m.siret),
           hire_date = coalesce(c."hireDate", m.hire_date),
           duty_start_on = coalesce(c."dutyStartOn", m.duty_start_on),
           cpam_contract_signed_on = coalesce(c."cpamContractSignedOn", m.cpam_contract_signed_on),
           contract_kind = coalesce(c."contractKind"::contract_kind, m.contract_kind),
           contract_starts_on = coalesce(c."contractStartsOn", m.contract_starts_on),
           ends_on = coalesce(c."contractEndsOn", m.ends_on),
           tutor_id = coalesce(c."tutorId", m.tutor_id),
           tutor_is_employer = coalesce(c."tutorIsEmployer", m.tutor_is_employer),
           revision = m.revision + 1
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(
           id uuid, "employerName" text, "employerKind" text, siret text, "hireDate" date,
           "dutyStartOn" date, "cpamContractSignedOn" date, "contractKind" text,
           "contractStartsOn" date, "contractEndsOn" date, "tutorId" uuid,
           "tutorIsEmployer" boolean)
     where m.id = c.id`;
  await changeTutors(tx, centreId, turns, today);
  // After the turns: a new tutor's day may be the one that the former had confirmed on.
  await noteVolunteers(
    tx,
    centreId,
    rows.flatMap(({ planned }) =>
      planned.employmentId === null
        ? []
        : [{ employmentId: planned.employmentId, volunteeredOn: planned.row.tutorVolunteeredOn }],
    ),
  );
}

/** Whom the employments named before and name now: a tutor whom the file changes keeps their turn. */
async function listTutorChanges(
  tx: Tx,
  changes: readonly (Partial<LearnerRow> & {
    readonly id: string;
    readonly tutorId: string | null;
  })[],
): Promise<readonly TutorChange[]> {
  const changed = new Map(changes.map((change) => [change.id, change]));
  const before = await queryIn(tx)<NamedTutor & { readonly id: string }>({
    name: 'named-tutors',
    text: `select id, tutor_id as "tutorId", hire_date::text as "hireDate"
             from employment where id = any($1::uuid[])`,
    values: [[...changed.keys()]],
  });
  return before.map(({ id: employmentId, tutorId, hireDate }) => {
    const change = changed.get(employmentId);
    const after = { tutorId: change?.tutorId ?? tutorId, hireDate: change?.hireDate ?? hireDate };
    return { employmentId, before: { tutorId, hireDate }, after };
  });
}
