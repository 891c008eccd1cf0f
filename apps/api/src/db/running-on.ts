import type { PlainDate } from '@jalon/domain';
import { fromDay } from './days.ts';
import type { Prisma } from './generated/client.ts';

/** Employments that have not ended before a day: a tutor is one for as long as the contract lasts. */
export const runningOn = (day: PlainDate): Prisma.EmploymentWhereInput => ({
  OR: [{ endsOn: null }, { endsOn: { gte: fromDay(day) } }],
});
