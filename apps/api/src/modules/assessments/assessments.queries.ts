import type { Prisma, Tx } from '../../db/database.ts';
import { readNames } from '../juries/describe-decisions.ts';

const withRemoval = {
  removal: { select: { motive: true } },
  event: { include: { room: true, cohort: { include: { site: true } } } },
} as const;
type Row = Prisma.AssessmentResultGetPayload<{ include: typeof withRemoval }>;

/** An attempt with the name of whoever wrote it down. */
export interface ResultRow extends Row {
  readonly recordedByName: string;
}

/** Every attempt of these enrolments, superseded ones included, oldest first. */
export async function readAttempts(
  tx: Tx,
  enrolmentIds: readonly string[],
  blockCode?: string,
): Promise<readonly ResultRow[]> {
  const rows = await tx.assessmentResult.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] }, ...(blockCode ? { blockCode } : {}) },
    include: withRemoval,
    orderBy: [{ attempt: 'asc' }, { createdAt: 'asc' }],
  });
  const names = await readNames(tx, [...new Set(rows.map((row) => row.recordedByUserId))]);
  return rows.map((row) => ({ ...row, recordedByName: names.get(row.recordedByUserId) ?? '' }));
}
