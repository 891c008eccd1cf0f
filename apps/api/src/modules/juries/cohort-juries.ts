import { type CohortJuries, nextJuryDay, type PlainDate, untaughtRoutes } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { listSessionDays, withOwnJury } from './own-jury.ts';

/** Those who are taught in a cohort. */
export const taughtNow = {
  state: 'active',
  route: { notIn: [...untaughtRoutes] },
} as const satisfies Prisma.EnrolmentWhereInput;

/** What the jury of a cohort is told from. */
export const withCohortJuries = {
  enrolments: { where: taughtNow, include: withOwnJury },
} as const satisfies Prisma.CohortInclude;
type CohortWithJuries = Prisma.CohortGetPayload<{ include: typeof withCohortJuries }>;

/** The next session of each of a cohort's learners beside the day that it plans. */
export const readCohortJuries = (
  { juryOn, enrolments }: Pick<CohortWithJuries, 'juryOn' | 'enrolments'>,
  today: PlainDate,
): CohortJuries => ({
  plannedOn: toDayOrNull(juryOn),
  sessionDays: enrolments.flatMap(
    (enrolment) => nextJuryDay({ ...listSessionDays(enrolment), today }) ?? [],
  ),
  learners: enrolments.length,
  today,
});
