import type { PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';

const withTutors = (today: PlainDate) =>
  ({
    appraisals: { where: { signedAt: null }, select: { blockCode: true, dueOn: true } },
    person: {
      include: {
        employments: {
          where: { OR: [{ endsOn: null }, { endsOn: { gte: fromDay(today) } }] },
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
    const employment = employments.find(({ tutor }) => tutor !== null) ?? employments[0] ?? null;
    return { enrolment, employment, tutor: employment?.tutor ?? null };
  });
}
