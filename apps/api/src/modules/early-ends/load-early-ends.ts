import { type EarlyEndStanding, type PlainDate, readEarlyEnd } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { earlyEndFacts, withEarlyEnds } from './view-early-end.ts';

const withEmployers = {
  ...withEarlyEnds,
  cohort: { select: { id: true, name: true } },
  person: { include: { employments: { orderBy: { hireDate: 'asc' } } } },
} satisfies Prisma.EnrolmentInclude;

type LeavingRow = Prisma.EnrolmentGetPayload<{ include: typeof withEmployers }>;
type EmployerRow = LeavingRow['person']['employments'][number];

/** A course that ended early, with whom the duty to declare it binds. */
export interface EndedEarly {
  readonly enrolment: LeavingRow;
  /** Those who employed the learner on that day, else the last who did; none while nobody is known. */
  readonly employers: readonly EmployerRow[];
  readonly standing: EarlyEndStanding;
}

/** The early ends to declare to the OPCO in the centre, declared ones too (DOMAIN 7). */
export async function loadEarlyEnds(tx: Tx, today: PlainDate): Promise<EndedEarly[]> {
  const enrolments = await tx.enrolment.findMany({
    where: { route: 'reconversion_period', endsOn: { not: null } },
    include: withEmployers,
  });
  return enrolments.flatMap((enrolment): EndedEarly[] => {
    const standing = readEarlyEnd(earlyEndFacts(enrolment), today);
    if (!standing) return [];
    return [{ enrolment, standing, employers: findEmployers(enrolment, standing.anchorOn) }];
  });
}

function findEmployers({ person }: LeavingRow, day: PlainDate): readonly EmployerRow[] {
  const hired = person.employments.filter(({ hireDate }) => toDay(hireDate) <= day);
  const running = hired.filter(({ endsOn }) => (toDayOrNull(endsOn) ?? day) >= day);
  return running.length > 0 ? running : hired.slice(-1);
}

/** Whom the duty binds, by name. */
export const nameEmployers = (employers: readonly EmployerRow[]): string =>
  employers.map(({ employerName }) => employerName).join(', ') || 'Employeur à indiquer';
