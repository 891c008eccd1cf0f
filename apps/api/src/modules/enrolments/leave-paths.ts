import { groupBy } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { UnitOfWork } from '../../db/database.ts';
import { leaveRuns } from './path-trail.ts';

/** A path has no object any more on a route without training; what was attended stays recorded. */
export async function leavePaths(
  { tx, audit }: UnitOfWork,
  actor: Actor,
  enrolmentIds: readonly string[],
  at: Date,
): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const left = await tx.pathRun.findMany({ where: { enrolmentId: { in: [...enrolmentIds] } } });
  await leaveRuns(tx, actor, left, at);
  for (const [id, runs] of groupBy(left, ({ enrolmentId }) => enrolmentId)) {
    const removed = runs.map(({ moduleRunId }) => moduleRunId);
    audit({ action: 'enrolment.path-changed', subjectId: id, data: { added: [], removed } });
  }
}
