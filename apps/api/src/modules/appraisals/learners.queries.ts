import { type AppraisalCandidate, formatSpokenName, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { runningOn } from '../../db/running-on.ts';
import type { loadAcquiredBlocks } from './appraisals.queries.ts';
import { openRequests } from './appraisals.scope.ts';
import { employmentInPost, requestEndOf, withEmployment } from './request-standing.ts';

const withTutors = (today: PlainDate) =>
  ({
    appraisals: { where: openRequests, include: withEmployment },
    person: {
      include: {
        employments: {
          where: runningOn(today),
          include: { tutor: true },
          orderBy: { hireDate: 'desc' },
        },
      },
    },
  }) satisfies Prisma.EnrolmentInclude;

type EnrolmentWithTutors = Prisma.EnrolmentGetPayload<{ include: ReturnType<typeof withTutors> }>;
type EmploymentWithTutor = EnrolmentWithTutors['person']['employments'][number];

/** A learner with the employment that runs and the tutor it names. */
export interface LearnerToAppraise {
  readonly enrolment: EnrolmentWithTutors;
  readonly employment: EmploymentWithTutor | null;
  readonly tutor: EmploymentWithTutor['tutor'];
}

/** Learners with their tutor: of several employments, the last begun that names one. */
export async function loadLearners(
  tx: Tx,
  where: Prisma.EnrolmentWhereInput,
  today: PlainDate,
): Promise<LearnerToAppraise[]> {
  const enrolments = await tx.enrolment.findMany({
    where,
    include: withTutors(today),
    orderBy: [{ person: { birthName: 'asc' } }, { person: { givenName: 'asc' } }],
  });
  return enrolments.map((enrolment) => {
    const { employments } = enrolment.person;
    const employment = employmentInPost(employments, today) ?? employments[0] ?? null;
    return { enrolment, employment, tutor: employment?.tutor ?? null };
  });
}

/** The learner as the rules take them, to plan what is asked of their tutor. */
export function toCandidate(
  { enrolment, tutor }: LearnerToAppraise,
  acquired: Awaited<ReturnType<typeof loadAcquiredBlocks>>,
  today: PlainDate,
): AppraisalCandidate {
  return {
    enrolmentId: enrolment.id,
    learnerName: formatSpokenName(enrolment.person),
    tutor: tutor && { name: formatSpokenName(tutor), email: tutor.email },
    open: enrolment.appraisals
      .filter((request) => requestEndOf(request, today) === null)
      .map(({ blockCode, dueOn }) => ({ blockCode, dueOn: toDayOrNull(dueOn) })),
    acquired: acquired.filter(({ enrolmentId }) => enrolmentId === enrolment.id),
  };
}
