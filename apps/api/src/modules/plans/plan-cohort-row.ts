import { untaughtRoutes } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';

/** A cohort with all that a plan of it is made from. */
export const withPlanParts = {
  site: { include: { closures: true } },
  frameworkVersion: true,
  moduleRuns: {
    include: {
      pathRuns: { where: { enrolment: { state: 'active' } }, include: { enrolment: true } },
    },
  },
  enrolments: {
    where: { state: 'active', route: { notIn: [...untaughtRoutes] } },
    include: {
      _count: { select: { pathRuns: true } },
      juryCandidates: {
        where: { kind: 'training', jurySession: { state: { not: 'closed' } } },
        select: { jurySession: { select: { heldOn: true } } },
      },
    },
  },
} as const satisfies Prisma.CohortInclude;
export type PlanCohortRow = Prisma.CohortGetPayload<{ include: typeof withPlanParts }>;
