import { addDays, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { listExpected } from '../attendance/expected-learners.ts';
import { type SlotState, TOLD_DAYS, toState } from '../planning/slot-trail.ts';
import type { Follower } from './feed-followers.ts';
import type { FeedSubject } from './feed-subject.ts';

/** How far back a feed goes: applications keep what they have read before. */
const KEPT_DAYS = 366;

/** A half-day of a feed, with the learners it is there for. */
export interface FeedRow extends SlotState {
  readonly id: string;
  readonly cohortId: string;
  readonly learnerNames: readonly string[];
}

/** What stands in a feed, then what has left it: moved elsewhere, given to another, removed. */
export async function listFeedRows(
  tx: Tx,
  subject: FeedSubject,
  followers: readonly Follower[],
  today: PlainDate,
): Promise<FeedRow[]> {
  const standing = await listStanding(tx, subject, followers, addDays(today, -KEPT_DAYS));
  const left = await listLeft(tx, subject, followers, addDays(today, -TOLD_DAYS));
  const ids = new Set(standing.map(({ id }) => id));
  return [...standing, ...left.filter(({ id }) => !ids.has(id))];
}

async function listStanding(
  tx: Tx,
  subject: FeedSubject,
  followers: readonly Follower[],
  from: PlainDate,
): Promise<FeedRow[]> {
  const rows = await tx.slot.findMany({
    where: { heldOn: { gte: fromDay(from) }, AND: [standingIn(subject, followers)] },
    include: { moduleRun: true },
  });
  const expected = isOfPaths(subject) ? await listExpected(tx, rows) : null;
  return rows.flatMap((slot) => {
    const state = toState(slot);
    const present = expected?.get(slot.id) ?? [];
    const concerned = followers.filter(
      ({ enrolmentId, isWithin }) =>
        isWithin(state.date) && present.some((one) => one.enrolmentId === enrolmentId),
    );
    if (expected && concerned.length === 0) return [];
    return [toRow(slot.id, slot.cohortId, state, concerned)];
  });
}

/** The last state that was the subscriber's business of each half-day that someone changed lately. */
async function listLeft(
  tx: Tx,
  subject: FeedSubject,
  followers: readonly Follower[],
  from: PlainDate,
): Promise<FeedRow[]> {
  const changes = await tx.slotChange.findMany({
    where: { changedAt: { gte: fromDay(from) }, AND: [leftFrom(subject, followers)] },
    orderBy: [{ slotId: 'asc' }, { revision: 'desc' }],
    distinct: ['slotId'],
  });
  return changes.flatMap((change) => {
    // Added is not left.
    if (change.before === null) return [];
    const before = change.before as unknown as SlotState;
    const concerned = followers.filter(
      ({ moduleRunIds, isWithin }) => moduleRunIds.has(before.moduleRunId) && isWithin(before.date),
    );
    if (isOfPaths(subject) && concerned.length === 0) return [];
    const state = { ...before, isCancelled: true, revision: change.revision };
    return [toRow(change.slotId, change.cohortId, state, concerned)];
  });
}

const isOfPaths = ({ kind }: FeedSubject): boolean => kind === 'learner' || kind === 'tutor';

const standingIn = (
  { kind, subjectId }: FeedSubject,
  followers: readonly Follower[],
): Prisma.SlotWhereInput => {
  if (kind === 'trainer') return { trainerId: subjectId };
  if (kind === 'room') return { roomId: subjectId };
  if (kind === 'cohort') return { cohortId: subjectId };
  return { moduleRunId: { in: runsOf(followers) } };
};

const leftFrom = (
  { kind, subjectId }: FeedSubject,
  followers: readonly Follower[],
): Prisma.SlotChangeWhereInput => {
  if (kind === 'trainer') return { trainerId: subjectId };
  if (kind === 'room') return { roomId: subjectId };
  if (kind === 'cohort') return { cohortId: subjectId };
  return { moduleRunId: { in: runsOf(followers) } };
};

const runsOf = (followers: readonly Follower[]): string[] => [
  ...new Set(followers.flatMap(({ moduleRunIds }) => [...moduleRunIds])),
];

const toRow = (
  id: string,
  cohortId: string,
  state: SlotState,
  concerned: readonly Follower[],
): FeedRow => ({
  ...state,
  id,
  cohortId,
  learnerNames: concerned.map(({ learnerName }) => learnerName),
});
