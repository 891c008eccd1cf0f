import type { Namesake, Output } from '@jalon/contract';
import {
  checkPerson,
  describeMatchKey,
  type Finding,
  formatName,
  listMissingIdentity,
  type PersonIdentity,
  type PlainDate,
  type TutorNamesake,
} from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { fromDayOrNull, toDayOrNull } from '../../db/days.ts';

type Details = Output<'GET /people/:personId'>;

export const withRoles = { memberships: { where: { endedAt: null } } } as const;
export type PersonRow = Prisma.PersonGetPayload<{ include: typeof withRoles }>;

/** What a form says of a person, validated by the contract. */
export interface PersonFields extends PersonIdentity {
  readonly givenName: string;
  readonly otherGivenNames: string;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly phone: string | null;
}

type IdentityRow = Pick<
  PersonRow,
  'birthDate' | 'sex' | 'birthPlaceCode' | 'birthCountryCode' | 'email'
>;

/** A stored person as the domain's identity. */
export const identityOf = (row: IdentityRow): PersonIdentity => ({
  birthDate: toDayOrNull(row.birthDate),
  sex: row.sex,
  birthPlaceCode: row.birthPlaceCode,
  birthCountryCode: row.birthCountryCode,
  email: row.email,
});

export const describePerson = (row: PersonRow): Details => ({
  ...identityOf(row),
  id: row.id,
  name: formatName(row),
  givenName: row.givenName,
  otherGivenNames: row.otherGivenNames,
  birthName: row.birthName,
  usageName: row.usageName,
  phone: row.phone,
  roles: row.memberships.map(({ role }) => role),
  missing: [...listMissingIdentity(identityOf(row))],
  revision: row.revision,
});

/** Someone of the same name, as the screens ask about them. */
export const viewNamesake = ({
  person,
  ...said
}: TutorNamesake<{ readonly id: string }>): Namesake => ({ ...said, personId: person.id });

/** The columns of a person, match key included. */
export const personColumns = (fields: PersonFields) => ({
  givenName: fields.givenName,
  otherGivenNames: fields.otherGivenNames,
  birthName: fields.birthName,
  usageName: fields.usageName || null,
  birthDate: fromDayOrNull(fields.birthDate),
  sex: fields.sex,
  birthPlaceCode: fields.birthPlaceCode || null,
  birthCountryCode: fields.birthCountryCode,
  email: fields.email,
  phone: fields.phone || null,
  matchKey: describeMatchKey(fields),
});

/** Checks a form's person; an empty commune code counts as not given. */
export const checkPersonFields = (fields: PersonFields, today: PlainDate): readonly Finding[] =>
  checkPerson(fields, today);
