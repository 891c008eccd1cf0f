import {
  describeMatchKey,
  type KnownEmployment,
  type KnownEnrolment,
  type KnownPerson,
  type LearnerRow,
  type PlainDate,
  type ReadRow,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { readRecordedDays } from '../enrolments/list-recorded-days.ts';

type EnrolmentRecord = Pick<
  LearnerRow,
  'profile' | 'diplomaLevel' | 'experienceYears' | 'route' | 'funder' | 'startsOn' | 'entryMotive'
>;
type EmploymentRecord = Pick<
  LearnerRow,
  | 'employerName'
  | 'employerKind'
  | 'siret'
  | 'hireDate'
  | 'dutyStartOn'
  | 'cpamContractSignedOn'
  | 'contractKind'
  | 'contractStartsOn'
  | 'contractEndsOn'
  | 'tutorEmail'
  | 'tutorIsEmployer'
  | 'tutorVolunteeredOn'
>;

interface Row {
  readonly id: string;
  readonly givenName: string;
  readonly birthName: string;
  readonly birthDate: PlainDate | null;
  readonly email: string | null;
  readonly otherGivenNames: string | null;
  readonly usageName: string | null;
  readonly sex: string | null;
  readonly birthPlaceCode: string | null;
  readonly birthCountryCode: string | null;
  readonly phone: string | null;
  readonly enrolment:
    | (EnrolmentRecord & Pick<KnownEnrolment, 'id' | 'state' | 'endsOn' | 'pathLength'>)
    | null;
  readonly employments: readonly (EmploymentRecord &
    Pick<KnownEmployment, 'id' | 'endsOn' | 'hasTutor'>)[];
  readonly tutoring: KnownPerson['tutoring'];
}

/** The persons of the centre that the lines or their tutors may be, by mail, names or birth date. */
export async function loadKnownPersons(
  tx: Tx,
  cohortId: string,
  rows: readonly ReadRow[],
): Promise<KnownPerson[]> {
  const emails = new Set<string>();
  const keys = new Set<string>();
  const birthDates = new Set<PlainDate>();
  const renamedOn = new Set<PlainDate>();
  for (const { row } of rows) {
    if (row.email) emails.add(row.email);
    if (row.tutorEmail) emails.add(row.tutorEmail);
    if (row.birthDate) birthDates.add(row.birthDate);
    if (row.birthDate && row.usageName) renamedOn.add(row.birthDate);
    keys.add(keyOf(row.givenName, row.birthName));
    if (row.tutorGivenName) keys.add(keyOf(row.tutorGivenName, row.tutorBirthName));
  }
  const persons = await readPersons(
    tx,
    cohortId,
    [...emails],
    [...keys],
    [...birthDates],
    [...renamedOn],
  );
  const enrolmentIds = persons.flatMap(({ enrolment }) => enrolment?.id ?? []);
  const recorded = await readRecordedDays(tx, enrolmentIds);
  return persons.map((person) => toKnown(person, recorded));
}

const keyOf = (givenName: string | null, birthName: string | null): string =>
  describeMatchKey({ givenName: givenName ?? '', birthName: birthName ?? '' });

/**
 * One array parameter however many lines: a list of a thousand would be compiled for half a second.
 * The tutor's mail stands for the tutor: another spelling of their name changes nothing.
 */
const readPersons = (
  tx: Tx,
  cohortId: string,
  emails: readonly string[],
  keys: readonly string[],
  birthDates: readonly PlainDate[],
  renamedOn: readonly PlainDate[],
): Promise<Row[]> =>
  queryIn(tx)({
    name: 'known-persons',
    text: `
      select p.id, p.given_name as "givenName", p.birth_name as "birthName",
             p.birth_date::text as "birthDate", p.email,
             nullif(p.other_given_names, '') as "otherGivenNames", p.usage_name as "usageName",
             p.sex, p.birth_place_code as "birthPlaceCode",
             p.birth_country_code as "birthCountryCode", p.phone,
             (select jsonb_build_object('id', e.id, 'state', e.state, 'profile', e.profile,
                       'diplomaLevel', e.diploma_level, 'experienceYears', e.experience_years,
                       'route', e.route, 'funder', e.funder, 'startsOn', e.starts_on,
                       'entryMotive', e.entry_motive, 'endsOn', e.ends_on,
                       'pathLength', (select count(*) from path_run r
                                       where r.centre_id = e.centre_id
                                         and r.enrolment_id = e.id))
                from enrolment e
               where e.centre_id = p.centre_id and e.person_id = p.id
                 and e.cohort_id = $1::uuid) as enrolment,
             coalesce((
               select jsonb_agg(jsonb_build_object('id', m.id, 'employerName', m.employer_name,
                        'employerKind', m.employer_kind, 'siret', m.siret,
                        'hireDate', m.hire_date, 'endsOn', m.ends_on, 'dutyStartOn', m.duty_start_on,
                        'cpamContractSignedOn', m.cpam_contract_signed_on,
                        'contractKind', m.contract_kind, 'contractStartsOn', m.contract_starts_on,
                        'contractEndsOn', m.ends_on,
                        'hasTutor', m.tutor_id is not null,
                        'tutorEmail', t.email, 'tutorIsEmployer', m.tutor_is_employer,
                        'tutorVolunteeredOn',
                        (select u.volunteered_on from tutor_turn u
                          where u.centre_id = m.centre_id and u.employment_id = m.id
                            and u.tutor_id = m.tutor_id and u.until_on is null limit 1))
                        order by m.id)
                 from employment m
                 left join person t on t.centre_id = m.centre_id and t.id = m.tutor_id
                where m.centre_id = p.centre_id and m.person_id = p.id), '[]') as employments,
             coalesce((
               select jsonb_agg(jsonb_build_object('employerName', m.employer_name,
                        'siret', m.siret) order by m.id desc)
                 from employment m
                where m.centre_id = p.centre_id and m.tutor_id = p.id), '[]') as tutoring
        from person p
       where p.email = any($2::text[]) or p.match_key = any($3::text[])
          or (p.usage_name is not null and p.birth_date = any($4::date[]))
          or p.birth_date = any($5::date[])
       order by p.created_at`,
    values: [cohortId, emails, keys, birthDates, renamedOn],
  });

function toKnown(
  { enrolment, employments, tutoring, ...person }: Row,
  recorded: RecordedDays,
): KnownPerson {
  const { id, givenName, birthName, usageName, birthDate, email } = person;
  const { id: _, sex, ...record } = person;
  return {
    id,
    givenName,
    birthName,
    usageName,
    birthDate,
    email,
    record: { ...record, sex: sex === 'F' || sex === 'M' ? sex : null },
    enrolment: enrolment && toEnrolment(enrolment, recorded),
    employments: employments.map(toEmployment),
    tutoring,
  };
}

type RecordedDays = Awaited<ReturnType<typeof readRecordedDays>>;

const toEnrolment = (
  { id, state, endsOn, pathLength, ...record }: NonNullable<Row['enrolment']>,
  recorded: RecordedDays,
): KnownEnrolment => ({
  id,
  state,
  endsOn,
  pathLength,
  recorded: recorded.get(id) ?? [],
  record,
});

const toEmployment = ({
  id,
  endsOn,
  hasTutor,
  ...record
}: Row['employments'][number]): KnownEmployment => ({
  id,
  endsOn,
  hasTutor,
  record,
});
