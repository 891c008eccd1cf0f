import { frameworkContent, type Output } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { describeHeader } from './describe-session.ts';
import { scope } from './jury-scope.ts';

/** The sessions an actor may see, the most recent first. */
export async function listSessions(tx: Tx, actor: Actor): Promise<Output<'GET /juries'>> {
  const rows = await tx.jurySession.findMany({
    where: scope(actor),
    include: {
      frameworkVersion: true,
      candidates: { select: { enrolment: { select: { cohort: { select: { name: true } } } } } },
      decisions: { where: { supersededById: null }, select: { id: true } },
      _count: { select: { members: true } },
    },
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    take: 500,
  });
  return rows.map((row) => {
    const framework = frameworkContent.parse(row.frameworkVersion.content);
    return {
      ...describeHeader({ row, framework, heldOn: toDay(row.heldOn) }),
      cohortNames: [
        ...new Set(row.candidates.map(({ enrolment }) => enrolment.cohort.name)),
      ].sort(),
      candidateCount: row.candidates.length,
      memberCount: row._count.members,
      decidedCount: row.decisions.length,
    };
  });
}
