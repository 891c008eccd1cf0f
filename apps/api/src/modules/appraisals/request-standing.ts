import { findRequestEnd, findTutorInPost, type PlainDate, type RequestEnd } from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';

/** What tells whether the tutor who was asked is still awaited. */
export const withEmployment = { employment: true } satisfies Prisma.AppraisalInclude;
type AskedRow = Prisma.AppraisalGetPayload<{ include: typeof withEmployment }>;

/** What ended a request; `null` once it is signed, and while its tutor is awaited. */
export function requestEndOf(
  { signedAt, tutorId, employment, endedAt, endReason }: AskedRow,
  today: PlainDate,
): RequestEnd | null {
  if (signedAt) return null;
  return findRequestEnd(
    {
      tutorId,
      employment: employment && {
        tutorId: employment.tutorId,
        endsOn: toDayOrNull(employment.endsOn),
      },
      ended: endReason && endedAt ? { reason: endReason, on: parisDayOf(endedAt) } : null,
    },
    today,
  );
}

interface EmploymentDates {
  readonly id: string;
  readonly tutorId: string | null;
  readonly hireDate: Date;
  readonly endsOn: Date | null;
}

/** The employment whose tutor is asked now; of the request's own employment first. */
export function employmentInPost<T extends EmploymentDates>(
  employments: readonly T[],
  today: PlainDate,
  ownId: string | null = null,
): T | null {
  const choice = findTutorInPost(
    employments.map((row) => ({
      row,
      id: row.id,
      tutorId: row.tutorId,
      hireDate: toDay(row.hireDate),
      endsOn: toDayOrNull(row.endsOn),
    })),
    today,
    ownId,
  );
  return choice?.row ?? null;
}
