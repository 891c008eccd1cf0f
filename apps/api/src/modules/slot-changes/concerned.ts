import {
  formatSpokenName,
  groupBy,
  isWhollyWaived,
  minutesWaived,
  type PlainDate,
  type WaivedHours,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import type { SlotState } from '../planning/slot-trail.ts';

/** Someone whose calendar a half-day is in, or was. */
export interface Concerned {
  readonly personId: string;
  readonly role: 'learner' | 'trainer' | 'tutor';
}

/** The same, with the learner through whom a tutor is concerned. */
export interface ConcernedBy extends Concerned {
  readonly learnerName: string | null;
}

const withPath = {
  pathRuns: true,
  dispensations: { where: { state: { in: ['granted', 'partial'] } } },
  cohort: { include: { frameworkVersion: true } },
  person: { include: { employments: { where: { tutorId: { not: null } } } } },
} as const satisfies Prisma.EnrolmentInclude;
type Enrolment = Prisma.EnrolmentGetPayload<{ include: typeof withPath }>;

/** Whose calendar a half-day in this state is in; nobody's once it is cancelled. */
export type ListConcerned = (state: SlotState) => readonly ConcernedBy[];

/**
 * Who is concerned by half-days of these module runs: their trainer, those whose path has them, and
 * the tutor whose practice they leave or come back to.
 *
 * @param only that person, everyone without it
 */
export async function loadConcerned(
  tx: Tx,
  moduleRunIds: readonly string[],
  only?: Concerned,
): Promise<ListConcerned> {
  const enrolments = await tx.enrolment.findMany({
    where: {
      ...(only ? learnersOf(only) : {}),
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
    const expected = (byRun.get(state.moduleRunId) ?? [])
      .filter(({ enrolment, waived }) => isExpected(enrolment, waived, state))
      .flatMap(({ enrolment }) => [
        { personId: enrolment.personId, role: 'learner' as const, learnerName: null },
        ...tutorsOn(enrolment, state.date),
      ]);
    const { trainerId } = state;
    return trainerId
      ? [...expected, { personId: trainerId, role: 'trainer', learnerName: null }]
      : expected;
  };
}

const learnersOf = ({ personId, role }: Concerned): Prisma.EnrolmentWhereInput =>
  role === 'tutor' ? { person: { employments: { some: { tutorId: personId } } } } : { personId };

function tutorsOn({ person }: Enrolment, day: PlainDate): readonly ConcernedBy[] {
  const learnerName = formatSpokenName(person);
  return person.employments.flatMap(({ tutorId, hireDate, endsOn }) => {
    const last = toDayOrNull(endsOn);
    const isRunning = toDay(hireDate) <= day && (last === null || day <= last);
    return tutorId && isRunning ? [{ personId: tutorId, role: 'tutor' as const, learnerName }] : [];
  });
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
