import { frameworkContent, type Input, type Output } from '@jalon/contract';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { scope } from './jury-scope.ts';

const PAGE_SIZE = 25;
type List = Output<'GET /juries'>;

/** The sessions an actor may see, the most recent first. */
export async function listSessions(
  tx: Tx,
  actor: Actor,
  { search, state, page }: Input<'GET /juries'>['query'],
): Promise<List> {
  const where: Prisma.JurySessionWhereInput = {
    AND: [scope(actor), state === 'all' ? {} : { state }, matching(search)],
  };
  const total = await tx.jurySession.count({ where });
  const rows = await tx.jurySession.findMany({
    where,
    include: {
      frameworkVersion: true,
      candidates: { select: { enrolment: { select: { cohort: { select: { name: true } } } } } },
      decisions: { where: { supersededById: null }, select: { id: true } },
      _count: { select: { members: true } },
    },
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const sessions = rows.map((row) => {
    const framework = frameworkContent.parse(row.frameworkVersion.content);
    return {
      id: row.id,
      heldOn: toDay(row.heldOn),
      place: row.place,
      remote: row.remote,
      state: row.state,
      framework: {
        id: row.frameworkVersionId,
        title: framework.title,
        rncp: framework.certification?.rncp ?? null,
      },
      cohortNames: [
        ...new Set(row.candidates.map(({ enrolment }) => enrolment.cohort.name)),
      ].sort(),
      candidateCount: row.candidates.length,
      memberCount: row._count.members,
      decidedCount: row.decisions.length,
    };
  });
  return { sessions, total, pageSize: PAGE_SIZE };
}

function matching(search: string): Prisma.JurySessionWhereInput {
  if (search === '') return {};
  const contains = { contains: search, mode: 'insensitive' } as const;
  const person = {
    OR: [{ birthName: contains }, { usageName: contains }, { givenName: contains }],
  };
  return {
    OR: [
      { place: contains },
      { frameworkVersion: { title: contains } },
      { candidates: { some: { enrolment: { cohort: { name: contains } } } } },
      { candidates: { some: { enrolment: { person } } } },
    ],
  };
}
