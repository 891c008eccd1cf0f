import type { HalfDay, PlainDate, ProgrammeKey } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

/** How long what has left a calendar is told to those who subscribe to it. */
export const TOLD_DAYS = 90;

/** A half-day as it stood, as far as people are told of it. */
export interface SlotState extends ProgrammeKey {
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  readonly startsAt: number;
  readonly minutes: number;
  readonly mode: 'on_site' | 'remote';
  readonly moduleRunId: string;
  readonly trainerId: string | null;
  readonly roomId: string | null;
  readonly isCancelled: boolean;
  readonly revision: number;
}

type Row = Prisma.SlotGetPayload<{ include: { moduleRun: true } }>;

/**
 * Every write of half-days goes through here: what they were before is kept in the same transaction,
 * so that those who subscribe learn what has left their calendar, a removed half-day included. The
 * caller holds `lockCalendars`.
 *
 * @param cohortIds every cohort whose half-days the work may write
 */
export async function trackSlots<T>(
  tx: Tx,
  actor: Actor,
  at: Date,
  cohortIds: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const before = await readSlots(tx, cohortIds);
  const result = await work();
  const after = new Map((await readSlots(tx, cohortIds)).map((row) => [row.id, row]));
  const changes = before.flatMap((row) => {
    const now = after.get(row.id);
    return now && !isChanged(row, now) ? [] : [toChange(actor, at, row, now)];
  });
  if (changes.length > 0) await tx.slotChange.createMany({ data: changes });
  await tx.slotChange.deleteMany({
    where: { changedAt: { lt: new Date(at.getTime() - TOLD_DAYS * 86_400_000) } },
  });
  return result;
}

const readSlots = (tx: Tx, cohortIds: readonly string[]): Promise<Row[]> =>
  tx.slot.findMany({
    where: { cohortId: { in: [...new Set(cohortIds)] } },
    include: { moduleRun: true },
  });

const isChanged = (before: Row, now: Row): boolean => before.revision !== now.revision;

function toChange(
  actor: Actor,
  at: Date,
  before: Row,
  now: Row | undefined,
): Prisma.SlotChangeCreateManyInput {
  return {
    centreId: actor.centreId,
    slotId: before.id,
    cohortId: before.cohortId,
    moduleRunId: before.moduleRunId,
    trainerId: before.trainerId,
    roomId: before.roomId,
    before: { ...toState(before) },
    ...(now ? { after: { ...toState(now) } } : {}),
    revision: now?.revision ?? before.revision + 1,
    changedByUserId: actor.userId,
    changedAt: at,
  };
}

export const toState = (row: Row): SlotState => ({
  kind: row.moduleRun.kind,
  blockCode: row.moduleRun.blockCode,
  moduleCode: row.moduleRun.moduleCode,
  date: toDay(row.heldOn),
  halfDay: row.halfDay,
  startsAt: row.startsAt,
  minutes: row.minutes,
  mode: row.mode,
  moduleRunId: row.moduleRunId,
  trainerId: row.trainerId,
  roomId: row.roomId,
  isCancelled: row.cancelledAt !== null,
  revision: row.revision,
});
