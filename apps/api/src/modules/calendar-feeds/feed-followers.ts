import { formatSpokenName, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { runningOn } from '../../db/running-on.ts';
import { type KnownHalfDay, loadFollowers } from '../facts/load-followers.ts';
import type { FeedSubject } from './feed-subject.ts';

/** The learners whose paths a feed follows. */
export interface FeedFollowers {
  readonly enrolmentIds: readonly string[];
  readonly moduleRunIds: readonly string[];
  /** Names of those through whom a half-day is the subscriber's business; none when it is not. */
  listNamesAt(halfDay: KnownHalfDay): readonly string[];
}

/** The learner themself, or those whom the tutor accompanies today; nobody for the other kinds. */
export async function listFollowers(
  tx: Tx,
  { kind, subjectId }: FeedSubject,
  today: PlainDate,
  where: Prisma.EnrolmentWhereInput = {},
): Promise<FeedFollowers> {
  if (kind !== 'learner' && kind !== 'tutor') return nobody;
  const tutoring = { employments: { some: { tutorId: subjectId, ...runningOn(today) } } };
  const { all, listAt } = await loadFollowers(tx, {
    AND: [where, kind === 'learner' ? { personId: subjectId } : { person: tutoring }],
    state: 'active',
  });
  return {
    enrolmentIds: all.map(({ enrolmentId }) => enrolmentId),
    moduleRunIds: [...new Set(all.flatMap(({ runIds }) => [...runIds]))],
    listNamesAt: (halfDay) =>
      listAt(halfDay)
        .filter(({ tutorIds }) => kind === 'learner' || tutorIds.includes(subjectId))
        .map(({ follower }) => formatSpokenName(follower.person)),
  };
}

const nobody: FeedFollowers = { enrolmentIds: [], moduleRunIds: [], listNamesAt: () => [] };
