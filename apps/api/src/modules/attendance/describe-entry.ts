import type { AttendanceEntryView } from '@jalon/contract';
import { formatName } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';

export type AttendanceRow = Prisma.AttendanceGetPayload<object>;

/** The names of those who wrote these rows, as members of this centre. */
export async function nameWriters(
  tx: Tx,
  rows: readonly AttendanceRow[],
): Promise<(row: AttendanceRow) => string> {
  const members = await tx.membership.findMany({
    where: { userId: { in: [...new Set(rows.map((row) => row.recordedByUserId))] } },
    include: { person: true },
  });
  const names = new Map(members.map(({ userId, person }) => [userId, formatName(person)]));
  return (row) => names.get(row.recordedByUserId) ?? 'Jalon';
}

export const describeEntry = (row: AttendanceRow, recordedBy: string): AttendanceEntryView => ({
  id: row.id,
  state: row.state,
  lateMinutes: row.lateMinutes,
  leftEarlyMinutes: row.leftEarlyMinutes,
  justification: row.justification,
  motive: row.motive,
  minutesDone: row.minutesDone,
  recordedBy,
  recordedAt: row.createdAt.toISOString(),
});
