import type { CohortView } from '@jalon/contract';
import {
  type AttendedRun,
  adviseGroups,
  type CohortProgress,
  type CohortSession,
  type CredentialTraining,
  checkCohortState,
  checkFrameworkOnEntry,
  checkRemoteRuns,
  checkRhythm,
  type Framework,
  listNextStates,
  type PlainDate,
  sumHours,
} from '@jalon/domain';
import type { Clock } from '../../clock/clock.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { listUnsigned } from '../attendance/unsigned-sheets.ts';
import { programmeOf } from './module-runs.ts';

export const withCohortParts = {
  site: true,
  frameworkVersion: true,
  _count: { select: { enrolments: { where: { state: { not: 'withdrawn' } } }, moduleRuns: true } },
} as const satisfies Prisma.CohortInclude;
export type CohortRow = Prisma.CohortGetPayload<{ include: typeof withCohortParts }>;

/** What the calendar of a cohort adds up to, cancelled half-days left out. */
interface CalendarSums {
  readonly slotCount: number;
  readonly plannedMinutes: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}
const emptyCalendar: CalendarSums = {
  slotCount: 0,
  plannedMinutes: 0,
  firstDay: null,
  lastDay: null,
};

/** The calendars of these cohorts in one query, by cohort id. */
export async function sumCalendars(
  tx: Tx,
  cohortIds: readonly string[],
): Promise<ReadonlyMap<string, CalendarSums>> {
  const groups = await tx.slot.groupBy({
    by: ['cohortId'],
    where: { cohortId: { in: [...cohortIds] }, cancelledAt: null },
    _count: true,
    _sum: { minutes: true },
    _min: { heldOn: true },
    _max: { heldOn: true },
  });
  return new Map(
    groups.map((group) => [
      group.cohortId,
      {
        slotCount: group._count,
        plannedMinutes: group._sum.minutes ?? 0,
        firstDay: toDayOrNull(group._min.heldOn),
        lastDay: toDayOrNull(group._max.heldOn),
      },
    ]),
  );
}

/** A cohort as a row of the list. */
export function describeRow(row: CohortRow, sums: CalendarSums = emptyCalendar) {
  return {
    id: row.id,
    name: row.name,
    framework: { id: row.frameworkVersion.id, name: row.frameworkVersion.title },
    site: { id: row.site.id, name: row.site.name },
    state: row.state,
    startsOn: toDay(row.startsOn),
    endsOn: toDayOrNull(row.endsOn),
    capacity: row.capacity,
    learnerCount: row._count.enrolments,
    firstDay: sums.firstDay,
    lastDay: sums.lastDay,
    plannedMinutes: sums.plannedMinutes,
    dueMinutes: sumHours(toFramework(row.frameworkVersion)).totalMinutes,
    juryOn: toDayOrNull(row.juryOn),
  };
}

/** A cohort with its rhythm, what it may become and what to know about it. */
export async function describeCohort(tx: Tx, row: CohortRow, clock: Clock): Promise<CohortView> {
  const framework = toFramework(row.frameworkVersion);
  const sums = (await sumCalendars(tx, [row.id])).get(row.id) ?? emptyCalendar;
  const unsignedCount = (await listUnsigned(tx, { cohortId: row.id }, clock.today())).length;
  const view = describeRow(row, sums);
  const rhythm = { ...view, ...rhythmOf(row) };
  const progress: CohortProgress = { ...view, ...sums, unsignedCount, today: clock.today() };
  return {
    ...rhythm,
    holidayZone: row.site.holidayZone,
    revision: row.revision,
    slotCount: sums.slotCount,
    unsignedCount,
    isFrameworkFixed: sums.slotCount > 0 || row._count.enrolments > 0,
    nextStates: listNextStates(row.state).map((state) => {
      const findings = checkCohortState(progress, state);
      return {
        state,
        refusal: findings.find(({ severity }) => severity === 'error')?.message ?? null,
        warnings: findings
          .filter(({ severity }) => severity === 'warning')
          .map(({ message }) => message),
      };
    }),
    jurySessions: row.state === 'completed' ? [] : await listJurySessions(tx, row.id),
    warnings: [
      ...checkRhythm(rhythm, framework),
      ...(row.state === 'completed'
        ? []
        : checkFrameworkOnEntry(framework, rhythm.startsOn, await listPublished(tx))),
      ...adviseGroups(framework, await loadTrainings(tx, row.id, framework, clock.today())),
      ...(row.state === 'completed' ? [] : checkRemoteRuns(await loadAttendedRuns(tx, row), '')),
    ],
  };
}

/** The sessions prepared for learners of the cohort; a re-sit has a session of its own. */
async function listJurySessions(tx: Tx, cohortId: string): Promise<CohortSession[]> {
  const presented = { kind: 'training' as const, enrolment: { cohortId } };
  const sessions = await tx.jurySession.findMany({
    where: { state: { not: 'closed' }, candidates: { some: presented } },
    select: { heldOn: true, _count: { select: { candidates: { where: presented } } } },
    orderBy: { heldOn: 'asc' },
  });
  return sessions.map(({ heldOn, _count }) => ({
    heldOn: toDay(heldOn),
    candidates: _count.candidates,
  }));
}

/** Versions that a cohort may point to, to name one that is registered. */
async function listPublished(tx: Tx): Promise<Framework[]> {
  const versions = await tx.frameworkVersion.findMany({ where: { state: 'published' } });
  return versions.map(toFramework);
}

/** The modules that train towards a credential: who follows them, and whether they are ahead. */
async function loadTrainings(
  tx: Tx,
  cohortId: string,
  { blocks }: Framework,
  today: PlainDate,
): Promise<CredentialTraining[]> {
  const modules = blocks.flatMap((block) =>
    block.modules.flatMap(({ code, credentialCode }) =>
      credentialCode ? [{ blockCode: block.code, moduleCode: code, credentialCode }] : [],
    ),
  );
  const learners = await tx.enrolment.count({ where: { cohortId, state: 'active' } });
  const trainings: CredentialTraining[] = [];
  for (const { credentialCode, ...module } of modules) {
    const moduleRun = { cohortId, ...module };
    const placed = { moduleRun, cancelledAt: null };
    const isPlaced = (await tx.slot.count({ where: placed })) > 0;
    const ahead = { ...placed, heldOn: { gte: fromDay(today) } };
    const followers = { state: 'active' as const, pathRuns: { some: { moduleRun } } };
    trainings.push({
      credentialCode,
      learners: isPlaced ? await tx.enrolment.count({ where: followers }) : learners,
      isAhead: !isPlaced || (await tx.slot.count({ where: ahead })) > 0,
    });
  }
  return trainings;
}

/** The modules of a cohort with their half-days, and how many follow each group. */
async function loadAttendedRuns(
  tx: Tx,
  { id: cohortId, frameworkVersion }: CohortRow,
): Promise<AttendedRun[]> {
  const { nameOf } = programmeOf(frameworkVersion);
  const runs = await tx.moduleRun.findMany({
    where: { cohortId },
    include: {
      slots: { where: { cancelledAt: null }, select: { minutes: true, mode: true } },
      _count: { select: { pathRuns: { where: { enrolment: { state: 'active' } } } } },
    },
    orderBy: [{ blockCode: 'asc' }, { moduleCode: 'asc' }, { groupNumber: 'asc' }],
  });
  return runs.map((run) => ({
    ...run,
    name: nameOf(run),
    learners: run._count.pathRuns,
    slots: run.slots.map(({ minutes, mode }) => ({ minutes, isRemote: mode === 'remote' })),
  }));
}

/** What a cohort decides for itself, beside the dates of its row. */
export const rhythmOf = (row: CohortRow) => ({
  weekdays: row.weekdays,
  minutesPerDay: row.minutesPerDay,
  closedMonths: row.closedMonths,
  positioningOn: toDayOrNull(row.positioningOn),
  daysPerWeek: row.daysPerWeek,
  credentialInFullDays: row.credentialInFullDays,
});
