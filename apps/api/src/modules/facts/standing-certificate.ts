import type { Prisma } from '../../db/database.ts';

/** What was issued and still holds: neither corrected by another one nor revoked. */
export const isStanding = {
  supersededById: null,
  revocation: null,
} as const satisfies Prisma.CertificateWhereInput;

/** The certificate, or the attestation of an FAE, that ends a course and still holds. */
export const endsCourse = {
  ...isStanding,
  kind: { not: 'block_attestation' },
} as const satisfies Prisma.CertificateWhereInput;

/** `endsCourse` in a statement, on a `certificate` under this alias. */
export const endsCourseSql = (alias: string): string =>
  `${alias}.superseded_by_id is null and ${alias}.kind <> 'block_attestation'
   and not exists (select from certificate_revocation revoked
                    where revoked.centre_id = ${alias}.centre_id
                      and revoked.certificate_id = ${alias}.id)`;
