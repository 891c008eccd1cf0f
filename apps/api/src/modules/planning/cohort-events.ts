import type { PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';

/** A whole day of a cohort that is no teaching. */
export interface CohortEvent {
  readonly date: PlainDate;
  readonly name: string;
  readonly cohortName: string;
}

/** The days that are looked at, both included. */
interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const candidates = { juryCandidates: { some: { kind: 'training' } } } as const;

/**
 * What cohorts' calendars hold besides half-days, in time order: their positioning and the days of
 * their jury sessions; before one is prepared, the day foreseen.
 */
export async function listEvents(
  tx: Tx,
  cohort: Prisma.CohortWhereInput,
  period?: Period,
): Promise<readonly CohortEvent[]> {
  const within = period ? { gte: fromDay(period.from), lte: fromDay(period.to) } : { not: null };
  const cohorts = await tx.cohort.findMany({
    where: { AND: [cohort, { OR: [{ positioningOn: within }, { juryOn: within }] }] },
    include: { enrolments: { where: candidates, select: { id: true }, take: 1 } },
  });
  const isWithin = (day: Date | null): day is Date =>
    day !== null && (!period || (toDay(day) >= period.from && toDay(day) <= period.to));
  const foreseen = cohorts.flatMap(({ name, positioningOn, juryOn, enrolments }) => [
    ...(isWithin(positioningOn) ? [toEvent('Positionnement', positioningOn, name)] : []),
    ...(isWithin(juryOn) && enrolments.length === 0 ? [toEvent('Jury', juryOn, name)] : []),
  ]);
  const sessions = await listSessions(tx, cohort, period);
  return [...foreseen, ...sessions].sort((a, b) => a.date.localeCompare(b.date));
}

/** Each session once for each cohort that it has candidates of. */
async function listSessions(
  tx: Tx,
  cohort: Prisma.CohortWhereInput,
  period: Period | undefined,
): Promise<readonly CohortEvent[]> {
  const within = period ? { gte: fromDay(period.from), lte: fromDay(period.to) } : {};
  const rows = await tx.juryCandidate.findMany({
    where: { kind: 'training', enrolment: { cohort }, jurySession: { heldOn: within } },
    select: {
      jurySession: { select: { heldOn: true } },
      enrolment: { select: { cohortId: true, cohort: { select: { name: true } } } },
    },
  });
  const days = new Map(
    rows.map(({ jurySession: { heldOn }, enrolment }) => [
      `${toDay(heldOn)} ${enrolment.cohortId}`,
      toEvent('Jury', heldOn, enrolment.cohort.name),
    ]),
  );
  return [...days.values()];
}

const toEvent = (name: string, day: Date, cohortName: string): CohortEvent => ({
  date: toDay(day),
  name,
  cohortName,
});
