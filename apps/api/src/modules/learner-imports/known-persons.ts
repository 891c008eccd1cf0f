import { describeMatchKey, type KnownPerson, type LearnerRow, type ReadRow } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';

const include = (cohortId: string) =>
  ({
    enrolments: { where: { cohortId } },
    employments: { include: { tutor: true } },
  }) as const satisfies Prisma.PersonInclude;

type Row = Prisma.PersonGetPayload<{ include: ReturnType<typeof include> }>;

/** The persons of the centre that the lines or their tutors may be, by mail or by names. */
export async function loadKnownPersons(
  tx: Tx,
  cohortId: string,
  rows: readonly ReadRow[],
): Promise<KnownPerson[]> {
  const emails = new Set<string>();
  const keys = new Set<string>();
  for (const { row } of rows) {
    if (row.email) emails.add(row.email);
    if (row.tutorEmail) emails.add(row.tutorEmail);
    keys.add(keyOf(row.givenName, row.birthName));
    if (row.tutorGivenName) keys.add(keyOf(row.tutorGivenName, row.tutorBirthName));
  }
  const persons = await tx.person.findMany({
    where: { OR: [{ email: { in: [...emails] } }, { matchKey: { in: [...keys] } }] },
    include: include(cohortId),
    orderBy: { createdAt: 'asc' },
  });
  return persons.map(toKnown);
}

const keyOf = (givenName: string | null, birthName: string | null): string =>
  describeMatchKey({ givenName: givenName ?? '', birthName: birthName ?? '' });

function toKnown(row: Row): KnownPerson {
  const birthDate = toDayOrNull(row.birthDate);
  const { id, givenName, birthName, email } = row;
  const [enrolment] = row.enrolments;
  return {
    id,
    givenName,
    birthName,
    birthDate,
    email,
    record: {
      givenName,
      birthName,
      birthDate,
      email,
      otherGivenNames: row.otherGivenNames || null,
      usageName: row.usageName,
      sex: row.sex === 'F' || row.sex === 'M' ? row.sex : null,
      birthPlaceCode: row.birthPlaceCode,
      birthCountryCode: row.birthCountryCode,
      phone: row.phone,
    },
    enrolment: enrolment ? { id: enrolment.id, record: enrolmentRecord(enrolment) } : null,
    employments: row.employments.map((employment) => ({
      id: employment.id,
      record: employmentRecord(employment),
    })),
  };
}

const enrolmentRecord = (row: Row['enrolments'][number]): Partial<LearnerRow> => ({
  profile: row.profile,
  diplomaLevel: row.diplomaLevel,
  experienceYears: row.experienceYears,
  route: row.route,
  funder: row.funder,
  startsOn: toDay(row.startsOn),
  entryMotive: row.entryMotive,
});

/** The tutor's mail stands for the tutor: another spelling of their name changes nothing. */
const employmentRecord = (row: Row['employments'][number]): Partial<LearnerRow> => ({
  employerName: row.employerName,
  employerKind: row.employerKind,
  siret: row.siret,
  hireDate: toDay(row.hireDate),
  dutyStartOn: toDayOrNull(row.dutyStartOn),
  cpamContractSignedOn: toDayOrNull(row.cpamContractSignedOn),
  tutorEmail: row.tutor?.email ?? null,
  tutorIsEmployer: row.tutorIsEmployer,
});
