import { type ContractPeriod, periodOf } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';

/** What the days of a contract are read from. */
export const withContractDays = {
  hireDate: true,
  contractStartsOn: true,
  endsOn: true,
} as const satisfies Prisma.EmploymentSelect;
type ContractDays = Prisma.EmploymentGetPayload<{ select: typeof withContractDays }>;

export const toContractPeriod = (row: ContractDays): ContractPeriod =>
  periodOf({
    contractStartsOn: toDayOrNull(row.contractStartsOn),
    hireDate: toDay(row.hireDate),
    endsOn: toDayOrNull(row.endsOn),
  });
