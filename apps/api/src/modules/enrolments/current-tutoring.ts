import type { PlainDate } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { taughtNow } from '../juries/cohort-juries.ts';

/** Employments whose learner is in training today: those that count in a tutor's load (W27). */
export const tutoredOn = (today: PlainDate): Prisma.EmploymentWhereInput => ({
  OR: [{ endsOn: null }, { endsOn: { gte: fromDay(today) } }],
  person: { enrolments: { some: taughtNow } },
});
