import { isJuryForeseen, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { taughtNow } from '../juries/cohort-juries.ts';

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

/** The last session of each learner of a cohort, those who have completed among them. */
const withSessions = {
  enrolments: {
    where: { ...taughtNow, state: { not: 'withdrawn' } },
    select: {
      juryCandidates: {
        where: { kind: 'training' },
        select: { jurySession: { select: { heldOn: true } } },
        orderBy: { jurySession: { heldOn: 'desc' } },
        take: 1,
      },
    },
  },
} as const satisfies Prisma.CohortInclude;

/**
 * What cohorts' calendars hold besides half-days, in time order: their positioning and the days of
 * their jury sessions; until one takes its place, the day foreseen.
 */
export async function listEvents(
  tx: Tx,
  cohort: Prisma.CohortWhereInput,
  period?: Period,
): Promise<readonly CohortEvent[]> {
  const within = period ? { gte: fromDay(period.from), lte: fromDay(period.to) } : { not: null };
  const cohorts = await tx.cohort.findMany({
    where: { AND: [cohort, { OR: [{ positioningOn: within }, { juryOn: within }] }] },
    include: withSessions,
  });
  const isWithin = (day: Date | null): day is Date =>
    day !== null && (!period || (toDay(day) >= period.from && toDay(day) <= period.to));
  const foreseen = cohorts.flatMap(({ name, positioningOn, juryOn, enrolments }) => [
    ...(isWithin(positioningOn) ? [toEvent('Positionnement', positioningOn, name)] : []),
    ...(isWithin(juryOn) && isJuryForeseen(readSessions(enrolments))
      ? [toEvent('Jury', juryOn, name)]
      : []),
  ]);
  const sessions = await listSessions(tx, cohort, period);
  return [...foreseen, ...sessions].sort((a, b) => a.date.localeCompare(b.date));
}

const readSessions = (
  enrolments: Prisma.CohortGetPayload<{ include: typeof withSessions }>['enrolments'],
) => ({
  sessionDays: enrolments.flatMap(({ juryCandidates }) =>
    juryCandidates.map(({ jurySession }) => toDay(jurySession.heldOn)),
  ),
  learners: enrolments.length,
});

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
