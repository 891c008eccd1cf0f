import { formatSpokenName, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { runningOn } from '../../db/running-on.ts';
import type { FeedSubject } from './feed-subject.ts';

/** A learner whose path a feed follows. */
export interface Follower {
  readonly enrolmentId: string;
  readonly learnerName: string;
  readonly moduleRunIds: ReadonlySet<string>;
  /** Days on which their half-days are the subscriber's business. */
  isWithin(day: PlainDate): boolean;
}

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

const holds = ({ from, to }: Period, day: PlainDate): boolean =>
  day >= from && (to === null || day <= to);

/** The learner themself, or those whom the tutor accompanies today; nobody for the other kinds. */
export async function listFollowers(
  tx: Tx,
  { kind, subjectId }: FeedSubject,
  today: PlainDate,
): Promise<Follower[]> {
  if (kind !== 'learner' && kind !== 'tutor') return [];
  const tutoring = {
    tutorId: subjectId,
    ...runningOn(today),
  } satisfies Prisma.EmploymentWhereInput;
  const enrolments = await tx.enrolment.findMany({
    where: {
      state: 'active',
      ...(kind === 'learner'
        ? { personId: subjectId }
        : { person: { employments: { some: tutoring } } }),
    },
    include: {
      pathRuns: true,
      person: { include: { employments: { where: tutoring } } },
    },
    orderBy: { id: 'asc' },
  });
  return enrolments.map(({ id, startsOn, endsOn, pathRuns, person }) => {
    const training = { from: toDay(startsOn), to: toDayOrNull(endsOn) };
    const employed = person.employments.map((one) => ({
      from: toDay(one.hireDate),
      to: toDayOrNull(one.endsOn),
    }));
    return {
      enrolmentId: id,
      learnerName: formatSpokenName(person),
      moduleRunIds: new Set(pathRuns.map(({ moduleRunId }) => moduleRunId)),
      isWithin: (day) =>
        holds(training, day) && (kind === 'learner' || employed.some((one) => holds(one, day))),
    };
  });
}
