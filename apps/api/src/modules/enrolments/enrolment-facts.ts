import { frameworkContent } from '@jalon/contract';
import {
  type CohortSpan,
  type Dispensation,
  type Framework,
  type PlainDate,
  spanCohort,
  type TrainingContract,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { found } from '../../http/domain-error.ts';
import type { EntryContext } from './check-enrolment.ts';
import { withContractDays } from './contract-periods.ts';
import { toContract } from './view-employment.ts';

const withFramework = { frameworkVersion: true } as const;

export type CohortRow = Prisma.CohortGetPayload<{ include: typeof withFramework }>;

type CohortDates = Pick<
  CohortRow,
  'id' | 'name' | 'startsOn' | 'endsOn' | 'positioningOn' | 'juryOn'
>;

/** A cohort and the rules that bind it. @throws not_found */
export async function loadCohort(
  tx: Tx,
  cohortId: string,
): Promise<{ cohort: CohortRow; framework: Framework }> {
  const cohort = found(
    await tx.cohort.findFirst({ where: { id: cohortId }, include: withFramework }),
    'Cette cohorte',
  );
  return { cohort, framework: frameworkContent.parse(cohort.frameworkVersion.content) };
}

/** The versions that the centre has published. */
export const loadVersions = async (tx: Tx): Promise<readonly Framework[]> =>
  (await tx.frameworkVersion.findMany({ where: { state: 'published' } })).map(toFramework);

/** What the rules of an entry need to know of its cohort, beside the entry. */
export const loadEntryContext = async (
  tx: Tx,
  { cohort, framework }: { readonly cohort: CohortRow; readonly framework: Framework },
  more: Pick<EntryContext, 'enrolled' | 'contracts' | 'keepsRoute'> & {
    readonly waivedMinutes?: number;
  },
): Promise<EntryContext> => ({
  framework,
  versions: await loadVersions(tx),
  capacity: cohort.capacity,
  cohortEndsOn: toDayOrNull(cohort.endsOn),
  waivedMinutes: 0,
  span: await loadSpan(tx, cohort),
  ...more,
});

/** The contracts of the employments that the centre keeps of a person. @throws not_found */
export async function listContracts(tx: Tx, personId: string): Promise<TrainingContract[]> {
  const person = await tx.person.findFirst({
    where: { id: personId },
    select: {
      employments: { select: { ...withContractDays, employerName: true, contractKind: true } },
    },
  });
  return found(person, 'Cette personne').employments.map(toContract);
}

/** Between which days a cohort is entered: its own, its calendar's and its jury's. */
export async function loadSpan(tx: Tx, cohort: CohortDates): Promise<CohortSpan> {
  const { _min, _max } = await tx.slot.aggregate({
    where: { cohortId: cohort.id, cancelledAt: null },
    _min: { heldOn: true },
    _max: { heldOn: true },
  });
  return spanCohort(cohort.name, {
    startsOn: toDay(cohort.startsOn),
    endsOn: toDayOrNull(cohort.endsOn),
    positioningOn: toDayOrNull(cohort.positioningOn),
    juryOn: toDayOrNull(cohort.juryOn),
    firstDay: toDayOrNull(_min.heldOn),
    lastDay: toDayOrNull(_max.heldOn),
  });
}

/** The day of each half-day that a cohort held before today; one taught to groups at once is one. */
export async function listHeldDays(
  tx: Tx,
  cohortId: string,
  today: PlainDate,
): Promise<readonly PlainDate[]> {
  const slots = await tx.slot.findMany({
    where: { cohortId, cancelledAt: null, heldOn: { lt: fromDay(today) } },
    select: { heldOn: true, halfDay: true },
    distinct: ['heldOn', 'halfDay'],
  });
  return slots.map(({ heldOn }) => toDay(heldOn));
}

/** Learners who count on the places of a cohort. */
export const countLearners = (tx: Tx, cohortId: string): Promise<number> =>
  tx.enrolment.count({ where: { cohortId, state: 'active' } });

type DispensationRow = Prisma.DispensationGetPayload<object>;

/** A stored dispensation as the rules take it. */
export const dispensationFacts = (row: DispensationRow): Dispensation => ({
  blockCode: row.blockCode,
  moduleCode: row.moduleCode,
  requestedMinutes: row.requestedMinutes,
  state: row.state,
  reference: row.reference,
  filedOn: toDayOrNull(row.filedOn),
  transmittedOn: toDayOrNull(row.transmittedOn),
  decidedOn: toDayOrNull(row.decidedOn),
  grantedMinutes: row.grantedMinutes,
});
