import type { CalendarSlot } from '@jalon/contract';
import { formatName, type PlannedSlot, roomTaken } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { programmeOf } from '../cohorts/module-runs.ts';

export const withSlotParts = {
  moduleRun: true,
  trainer: true,
  room: { include: { site: true } },
  sheets: true,
  _count: { select: { attendances: { where: { supersededById: null } } } },
} as const satisfies Prisma.SlotInclude;
export type SlotRow = Prisma.SlotGetPayload<{ include: typeof withSlotParts }>;

/** In time order, whatever the cohort. */
export const inTime = [
  { heldOn: 'asc' },
  { startsAt: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.SlotOrderByWithRelationInput[];

/** Half-days as the contract shows them; each cohort's programme is read once. */
export async function describeSlots(tx: Tx, rows: readonly SlotRow[]): Promise<CalendarSlot[]> {
  const cohorts = await tx.cohort.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.cohortId))] } },
    select: { id: true, name: true, frameworkVersionId: true, site: true },
  });
  const versions = await tx.frameworkVersion.findMany({
    where: { id: { in: [...new Set(cohorts.map((cohort) => cohort.frameworkVersionId))] } },
  });
  const programmes = new Map(versions.map((version) => [version.id, programmeOf(version)]));
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return rows.map((row) => {
    const cohort = byId.get(row.cohortId);
    const site = row.room?.site ?? cohort?.site;
    const programme = programmes.get(cohort?.frameworkVersionId ?? '');
    const name = programme?.nameOf(row.moduleRun) ?? '';
    return describeSlot(row, {
      cohortName: cohort?.name ?? '',
      name: nameGroup(name, row.moduleRun.groupNumber),
      site: { id: site?.id ?? '', name: site?.name ?? '' },
    });
  });
}

export const nameGroup = (name: string, group: number | null): string =>
  group === null ? name : `${name}, groupe ${group}`;

const describeSlot = (
  row: SlotRow,
  { cohortName, ...names }: Pick<CalendarSlot, 'name' | 'site'> & { readonly cohortName: string },
): CalendarSlot => ({
  ...names,
  id: row.id,
  cohort: { id: row.cohortId, name: cohortName },
  moduleRunId: row.moduleRunId,
  kind: row.moduleRun.kind,
  blockCode: row.moduleRun.blockCode,
  moduleCode: row.moduleRun.moduleCode,
  date: toDay(row.heldOn),
  halfDay: row.halfDay,
  startsAt: row.startsAt,
  minutes: row.minutes,
  trainer: row.trainer ? { id: row.trainer.id, name: formatName(row.trainer) } : null,
  room: row.room ? { id: row.room.id, name: row.room.name } : null,
  mode: row.mode,
  cancelReason: row.cancelReason,
  recordedCount: row._count.attendances,
  signerName: row.sheets[0]?.signerName ?? null,
  isLocked: row.lockedAt !== null,
  revision: row.revision,
});

/** A half-day as the planning rules take it. */
export const toPlanned = (
  row: Prisma.SlotGetPayload<{ include: { moduleRun: true } }>,
): PlannedSlot => ({
  id: row.id,
  cohortId: row.cohortId,
  kind: row.moduleRun.kind,
  blockCode: row.moduleRun.blockCode,
  moduleCode: row.moduleRun.moduleCode,
  date: toDay(row.heldOn),
  halfDay: row.halfDay,
  startsAt: row.startsAt,
  minutes: row.minutes,
  trainerId: row.trainerId,
  roomId: roomTaken(row),
  groupNumber: row.moduleRun.groupNumber,
});

/** Whether attendance or a signature stands on a half-day. */
export const isRecorded = (row: SlotRow): boolean =>
  row._count.attendances > 0 || row.sheets.length > 0;
