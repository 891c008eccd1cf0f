import { groupBy, isWhollyWaived, minutesWaived, type WaivedHours } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import type { SlotState } from '../planning/slot-trail.ts';

/** Someone whose calendar a half-day is in, or was. */
export interface Concerned {
  readonly personId: string;
  readonly role: 'learner' | 'trainer';
}

const withPath = {
  pathRuns: true,
  dispensations: { where: { state: { in: ['granted', 'partial'] } } },
  cohort: { include: { frameworkVersion: true } },
} as const satisfies Prisma.EnrolmentInclude;
type Enrolment = Prisma.EnrolmentGetPayload<{ include: typeof withPath }>;

/** Whose calendar a half-day in this state is in; nobody's once it is cancelled. */
export type ListConcerned = (state: SlotState) => readonly Concerned[];

/** Who is concerned by half-days of these module runs: their trainer, and those whose path has them. */
export async function loadConcerned(
  tx: Tx,
  moduleRunIds: readonly string[],
  only: Prisma.EnrolmentWhereInput = {},
): Promise<ListConcerned> {
  const enrolments = await tx.enrolment.findMany({
    where: {
      ...only,
      state: 'active',
      pathRuns: { some: { moduleRunId: { in: [...new Set(moduleRunIds)] } } },
    },
    include: withPath,
    orderBy: { id: 'asc' },
  });
  const followers = enrolments.flatMap((enrolment) => {
    const waived = waivedOf(enrolment);
    return enrolment.pathRuns.map(({ moduleRunId }) => ({ moduleRunId, enrolment, waived }));
  });
  const byRun = groupBy(followers, ({ moduleRunId }) => moduleRunId);
  return (state) => {
    if (state.isCancelled) return [];
    const learners = (byRun.get(state.moduleRunId) ?? [])
      .filter(({ enrolment, waived }) => isExpected(enrolment, waived, state))
      .map(({ enrolment }) => ({ personId: enrolment.personId, role: 'learner' as const }));
    const { trainerId } = state;
    return trainerId ? [...learners, { personId: trainerId, role: 'trainer' }] : learners;
  };
}

const waivedOf = ({ cohort, dispensations }: Enrolment): WaivedHours | null =>
  dispensations.length === 0
    ? null
    : minutesWaived(toFramework(cohort.frameworkVersion), dispensations);

function isExpected(enrolment: Enrolment, waived: WaivedHours | null, state: SlotState): boolean {
  const endsOn = toDayOrNull(enrolment.endsOn);
  if (state.date < toDay(enrolment.startsOn)) return false;
  if (endsOn !== null && state.date > endsOn) return false;
  return waived === null || !isWhollyWaived(state, waived);
}
