import type { Prisma, Tx } from '../../db/database.ts';
import { withContractDays } from '../enrolments/contract-periods.ts';
import { taughtNow } from '../juries/cohort-juries.ts';
import { withOwnJury } from '../juries/own-jury.ts';

/** A cohort with all that a plan of it is made from. */
const withPlanParts = {
  site: { include: { closures: true } },
  frameworkVersion: true,
  moduleRuns: {
    include: {
      pathRuns: { where: { enrolment: { state: 'active' } }, include: { enrolment: true } },
    },
  },
  enrolments: {
    where: taughtNow,
    include: {
      _count: { select: { pathRuns: true } },
      person: { select: { employments: { select: withContractDays } } },
      ...withOwnJury,
    },
  },
} as const satisfies Prisma.CohortInclude;
export type PlanCohortRow = Prisma.CohortGetPayload<{ include: typeof withPlanParts }>;

/** These cohorts in the order in which they start; another centre's are not among them. */
export const findPlanCohorts = (tx: Tx, ids: readonly string[]): Promise<PlanCohortRow[]> =>
  tx.cohort.findMany({
    where: { id: { in: [...ids] } },
    include: withPlanParts,
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  });
