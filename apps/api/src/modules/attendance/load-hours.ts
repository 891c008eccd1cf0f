import {
  type AttendanceEntry,
  expectedSlots,
  type HoursInput,
  isOver,
  minutesWaived,
  type ParisMoment,
  type PathStep,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { groupBy } from '../../db/group-by.ts';
import type { AttendanceRow } from './describe-entry.ts';

const withPath = {
  dispensations: true,
  cohort: { include: { frameworkVersion: true } },
  pathRuns: { include: { moduleRun: true } },
} as const satisfies Prisma.EnrolmentInclude;
type EnrolmentWithPath = Prisma.EnrolmentGetPayload<{ include: typeof withPath }>;

/** A half-day that has taken place and that a learner was expected at. */
type PastSlot = PathStep & {
  readonly id: string;
  readonly date: string;
  readonly startsAt: number;
  readonly minutes: number;
  readonly halfDay: 'morning' | 'afternoon';
};

/** The facts that `computeHours` takes, and the rows they come from. */
export interface HoursFacts extends HoursInput {
  readonly enrolmentId: string;
  readonly expectedSlots: readonly PastSlot[];
  readonly rows: readonly AttendanceRow[];
}

/**
 * Gathers what the hours of these enrolments are computed from, in a fixed number of queries:
 * `computeHours(facts)` gives due, done, waived and rate. Enrolments of other centres are absent.
 */
export async function loadHours(
  tx: Tx,
  enrolmentIds: readonly string[],
  now: ParisMoment,
): Promise<ReadonlyMap<string, HoursFacts>> {
  const ids = [...enrolmentIds];
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: ids } },
    include: withPath,
  });
  const rows = await tx.attendance.findMany({
    where: { enrolmentId: { in: ids }, supersededById: null },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
  });
  const rowsOf = groupBy(rows, ({ enrolmentId }) => enrolmentId);
  const slotsOf = await loadPastSlots(tx, enrolments, now);
  return new Map(
    enrolments.map((enrolment) => [
      enrolment.id,
      toFacts(enrolment, rowsOf.get(enrolment.id) ?? [], slotsOf),
    ]),
  );
}

function toFacts(
  enrolment: EnrolmentWithPath,
  rows: readonly AttendanceRow[],
  slotsOf: ReadonlyMap<string, readonly PastSlot[]>,
): HoursFacts {
  const framework = toFramework(enrolment.cohort.frameworkVersion);
  return {
    enrolmentId: enrolment.id,
    framework,
    dispensations: enrolment.dispensations,
    expectedSlots: expectedSlots({
      path: enrolment.pathRuns.map(({ moduleRun }) => moduleRun),
      slots: enrolment.pathRuns.flatMap(({ moduleRunId }) => slotsOf.get(moduleRunId) ?? []),
      startsOn: toDay(enrolment.startsOn),
      endsOn: toDayOrNull(enrolment.endsOn),
      waived: minutesWaived(framework, enrolment.dispensations),
    }),
    entries: rows.map(toEntry),
    rows,
  };
}

const toEntry = (row: AttendanceRow): AttendanceEntry => ({
  slotId: row.slotId,
  slotMinutes: row.slotMinutes,
  state: row.state,
  lateMinutes: row.lateMinutes,
  leftEarlyMinutes: row.leftEarlyMinutes,
  kind: row.kind,
  blockCode: row.blockCode,
  moduleCode: row.moduleCode,
});

async function loadPastSlots(
  tx: Tx,
  enrolments: readonly EnrolmentWithPath[],
  now: ParisMoment,
): Promise<ReadonlyMap<string, readonly PastSlot[]>> {
  const runs = new Map(
    enrolments.flatMap(({ pathRuns }) =>
      pathRuns.map(({ moduleRun }) => [moduleRun.id, moduleRun] as const),
    ),
  );
  const slots = await tx.slot.findMany({
    where: {
      moduleRunId: { in: [...runs.keys()] },
      cancelledAt: null,
      heldOn: { lte: fromDay(now.day) },
    },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
  });
  const past = slots.flatMap((slot) => {
    const run = runs.get(slot.moduleRunId);
    const date = toDay(slot.heldOn);
    if (!run || !isOver({ ...slot, date }, now)) return [];
    const { id, cohortId, startsAt, minutes, halfDay, moduleRunId } = slot;
    const { kind, blockCode, moduleCode } = run;
    return [
      {
        id,
        cohortId,
        date,
        startsAt,
        minutes,
        halfDay,
        moduleRunId,
        kind,
        blockCode,
        moduleCode,
      },
    ];
  });
  return groupBy(past, ({ moduleRunId }) => moduleRunId);
}
