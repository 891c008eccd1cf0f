import { toDay, toDayOrNull } from './days.ts';
import type { Prisma } from './generated/client.ts';

/** From which day to which day somebody employs; without an end as long as none is known. */
export const termsOf = ({
  hireDate,
  endsOn,
}: Pick<Prisma.EmploymentGetPayload<object>, 'hireDate' | 'endsOn'>) => ({
  hireDate: toDay(hireDate),
  endsOn: toDayOrNull(endsOn),
});
