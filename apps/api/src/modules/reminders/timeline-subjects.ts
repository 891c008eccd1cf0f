import { isSameItem, listProgramme } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';

export const withSubjects = {
  cohort: true,
  appraisals: { select: { id: true, blockCode: true } },
  jointReviews: { select: { id: true } },
  assessmentResults: true,
  dispensations: {
    select: { id: true, blockCode: true, moduleCode: true, requestedMinutes: true },
  },
  juryDecisions: { select: { id: true, heldOn: true } },
  certificates: { select: { id: true } },
  fundingRequests: { select: { id: true } },
  person: {
    include: {
      employments: { select: { id: true, employerName: true } },
      credentials: { select: { id: true, code: true } },
    },
  },
} satisfies Prisma.EnrolmentInclude;

export type EnrolmentWithSubjects = Prisma.EnrolmentGetPayload<{ include: typeof withSubjects }>;

/** Every row that the trail may name about this learner. */
export const listSubjectIds = (enrolment: EnrolmentWithSubjects): string[] => [
  enrolment.id,
  enrolment.personId,
  ...[
    enrolment.appraisals,
    enrolment.jointReviews,
    enrolment.assessmentResults,
    enrolment.dispensations,
    enrolment.juryDecisions,
    enrolment.certificates,
    enrolment.fundingRequests,
    enrolment.person.employments,
    enrolment.person.credentials,
  ].flatMap((rows) => rows.map(({ id }) => id)),
];

/** A module or evaluation with the cohort that gives it. */
export interface PathRunName {
  readonly name: string;
  readonly cohortName: string;
}

/** The names of these runs, by id; what is no more is left out. */
export async function namePathRuns(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PathRunName>> {
  const runs = await tx.moduleRun.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: { cohort: { select: { name: true, frameworkVersionId: true } } },
  });
  const frameworks = await loadFrameworks(
    tx,
    runs.map(({ cohort }) => cohort.frameworkVersionId),
  );
  return new Map(
    runs.flatMap(({ id, kind, blockCode, moduleCode, cohort }) => {
      const framework = frameworks.get(cohort.frameworkVersionId);
      const item =
        framework &&
        listProgramme(framework).find((one) => isSameItem(one, { kind, blockCode, moduleCode }));
      return item ? [[id, { name: item.name, cohortName: cohort.name }] as const] : [];
    }),
  );
}
