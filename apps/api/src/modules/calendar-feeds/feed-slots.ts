import { addDays, type PlainDate } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { type SlotState, TOLD_DAYS, toState } from '../planning/slot-trail.ts';
import type { FeedFollowers } from './feed-followers.ts';
import type { FeedSubject } from './feed-subject.ts';

/** How far back a feed goes: applications keep what they have read before. */
export const KEPT_DAYS = 366;

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
  followers: FeedFollowers,
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
  followers: FeedFollowers,
  from: PlainDate,
): Promise<FeedRow[]> {
  const rows = await tx.slot.findMany({
    where: { heldOn: { gte: fromDay(from) }, AND: [standingIn(subject, followers)] },
    include: { moduleRun: true },
  });
  return rows.flatMap((slot) =>
    toRow(subject, followers, { ...toState(slot), id: slot.id, cohortId: slot.cohortId }),
  );
}

/** The last state that was the subscriber's business of each half-day that someone changed lately. */
async function listLeft(
  tx: Tx,
  subject: FeedSubject,
  followers: FeedFollowers,
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
    const { slotId: id, cohortId, revision } = change;
    return toRow(subject, followers, { ...before, id, cohortId, isCancelled: true, revision });
  });
}

const isOfPaths = ({ kind }: FeedSubject): boolean => kind === 'learner' || kind === 'tutor';

const standingIn = (
  { kind, subjectId }: FeedSubject,
  followers: FeedFollowers,
): Prisma.SlotWhereInput => {
  if (kind === 'trainer') return { trainerId: subjectId };
  if (kind === 'room') return { roomId: subjectId };
  if (kind === 'cohort') return { cohortId: subjectId };
  return { moduleRunId: { in: [...followers.moduleRunIds] } };
};

const leftFrom = (
  { kind, subjectId }: FeedSubject,
  followers: FeedFollowers,
): Prisma.SlotChangeWhereInput => {
  if (kind === 'trainer') return { trainerId: subjectId };
  if (kind === 'room') return { roomId: subjectId };
  if (kind === 'cohort') return { cohortId: subjectId };
  return { moduleRunId: { in: [...followers.moduleRunIds] } };
};

/**
 * Nothing when the half-day is not the subscriber's business; one that has left a path is told as
 * cancelled, as one that was moved or removed is.
 */
function toRow(
  subject: FeedSubject,
  followers: FeedFollowers,
  state: Omit<FeedRow, 'learnerNames'>,
): FeedRow[] {
  if (!isOfPaths(subject)) return [{ ...state, learnerNames: [] }];
  const revision = state.revision + followers.countTurns(state.moduleRunId);
  const learnerNames = followers.listNamesAt(state);
  if (learnerNames.length > 0) return [{ ...state, revision, learnerNames }];
  const leavers = followers.listLeaversAt(state);
  if (leavers.length === 0) return [];
  return [{ ...state, revision, isCancelled: true, learnerNames: leavers }];
}
