import {
  addDays,
  type Expected,
  expectAt,
  formatSpokenName,
  groupBy,
  type PlainDate,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { runningOn } from '../../db/running-on.ts';
import { type KnownHalfDay, loadFollowers } from '../facts/load-followers.ts';
import { TOLD_DAYS } from '../planning/slot-trail.ts';
import type { FeedSubject } from './feed-subject.ts';

/** The learners whose paths a feed follows. */
export interface FeedFollowers {
  readonly enrolmentIds: readonly string[];
  /** Those of their paths, and those that have left these lately. */
  readonly moduleRunIds: readonly string[];
  /** How many times a run left any path or came back: each is a change of its half-days. */
  countTurns(moduleRunId: string): number;
  /** Names of those through whom a half-day is the subscriber's business; none when it is not. */
  listNamesAt(halfDay: KnownHalfDay): readonly string[];
  /** Names of those who would be there if their path had not changed since. */
  listLeaversAt(halfDay: KnownHalfDay): readonly string[];
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
  const enrolmentIds = all.map(({ enrolmentId }) => enrolmentId);
  const turned = groupBy(
    await tx.leftRun.findMany({ where: { enrolmentId: { in: enrolmentIds } } }),
    ({ moduleRunId }) => moduleRunId,
  );
  const moduleRunIds = [
    ...new Set([...all.flatMap(({ runIds }) => [...runIds]), ...turned.keys()]),
  ];
  const turnsOf = await countTurnsOf(tx, moduleRunIds);
  const from = addDays(today, -TOLD_DAYS);
  const isConcerned = ({ tutorIds }: Expected) =>
    kind === 'learner' || tutorIds.includes(subjectId);
  return {
    enrolmentIds,
    moduleRunIds,
    countTurns: (moduleRunId) => turnsOf.get(moduleRunId) ?? 0,
    listLeaversAt: ({ moduleRunId, ...halfDay }) =>
      (turned.get(moduleRunId) ?? []).flatMap(({ enrolmentId, changedOn }) => {
        const follower = all.find((one) => one.enrolmentId === enrolmentId);
        const leftOn = toDay(changedOn);
        if (!follower || follower.runIds.has(moduleRunId)) return [];
        if (leftOn < from || halfDay.date < leftOn) return [];
        const before = { ...follower, runIds: new Set([moduleRunId]) };
        const expected = expectAt({ ...halfDay, runId: moduleRunId }, before, []);
        return expected && isConcerned(expected) ? [formatSpokenName(follower.person)] : [];
      }),
    listNamesAt: (halfDay) =>
      listAt(halfDay)
        .filter(isConcerned)
        .map(({ follower }) => formatSpokenName(follower.person)),
  };
}

/** The turns of everybody: who leaves a feed takes none along, so that a sequence never goes down. */
async function countTurnsOf(tx: Tx, moduleRunIds: readonly string[]) {
  const rows = await tx.leftRun.groupBy({
    by: ['moduleRunId'],
    where: { moduleRunId: { in: [...moduleRunIds] } },
    _sum: { turns: true },
  });
  return new Map(rows.map(({ moduleRunId, _sum }) => [moduleRunId, _sum.turns ?? 0]));
}

const nobody: FeedFollowers = {
  enrolmentIds: [],
  moduleRunIds: [],
  countTurns: () => 0,
  listNamesAt: () => [],
  listLeaversAt: () => [],
};
