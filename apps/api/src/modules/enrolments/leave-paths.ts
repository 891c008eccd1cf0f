import { groupBy } from '@jalon/domain';
import type { UnitOfWork } from '../../db/database.ts';

/** A path has no object any more on a route without training; what was attended stays recorded. */
export async function leavePaths(
  { tx, audit }: UnitOfWork,
  enrolmentIds: readonly string[],
): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const where = { enrolmentId: { in: [...enrolmentIds] } };
  const left = await tx.pathRun.findMany({ where });
  await tx.pathRun.deleteMany({ where });
  for (const [id, runs] of groupBy(left, ({ enrolmentId }) => enrolmentId)) {
    const removed = runs.map(({ moduleRunId }) => moduleRunId);
    audit({ action: 'enrolment.path-changed', subjectId: id, data: { added: [], removed } });
  }
}
