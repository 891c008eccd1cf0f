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
 * Every write of half-days goes through here: what they were before and are after is kept in the same
 * transaction, so that those who subscribe learn what has left their calendar, a removed half-day
 * included, and those concerned are told by mail. The caller holds `lockCalendars`.
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
  const drafts = await listDrafts(tx, cohortIds);
  const before = await readSlots(tx, cohortIds);
  const result = await work();
  const after = await readSlots(tx, cohortIds);
  const changes = compare(before, after)
    // The first calendar of a cohort is announced by its convocations.
    .filter(([was, is]) => was !== null || (is !== null && !drafts.has(is.cohortId)))
    .map(([was, is]) => {
      const change = toChange(actor, at, was, is);
      return drafts.has(change.cohortId) ? { ...change, toldAt: at } : change;
    });
  if (changes.length > 0) await tx.slotChange.createMany({ data: changes });
  const forgotten = { changedAt: { lt: new Date(at.getTime() - TOLD_DAYS * 86_400_000) } };
  await tx.slotChange.deleteMany({ where: forgotten });
  await tx.pathChange.deleteMany({ where: forgotten });
  return result;
}

/** Cohorts whose calendar nobody has been given so far. */
async function listDrafts(tx: Tx, cohortIds: readonly string[]): Promise<ReadonlySet<string>> {
  const drafts = await tx.cohort.findMany({
    where: { id: { in: [...new Set(cohortIds)] }, state: 'draft' },
    select: { id: true },
  });
  return new Set(drafts.map(({ id }) => id));
}

const readSlots = (tx: Tx, cohortIds: readonly string[]): Promise<Row[]> =>
  tx.slot.findMany({
    where: { cohortId: { in: [...new Set(cohortIds)] } },
    include: { moduleRun: true },
  });

/** The half-days that differ, each with what it was and what it is. */
function compare(
  before: readonly Row[],
  after: readonly Row[],
): (readonly [Row | null, Row | null])[] {
  const stood = new Map(before.map((row) => [row.id, row]));
  const stands = new Map(after.map((row) => [row.id, row]));
  return [...new Set([...stood.keys(), ...stands.keys()])]
    .map((id) => [stood.get(id) ?? null, stands.get(id) ?? null] as const)
    .filter(([was, is]) => was?.revision !== is?.revision);
}

function toChange(
  actor: Actor,
  at: Date,
  was: Row | null,
  is: Row | null,
): Prisma.SlotChangeCreateManyInput {
  const row = was ?? is;
  if (!row) throw new Error('A change has a half-day');
  return {
    centreId: actor.centreId,
    slotId: row.id,
    cohortId: row.cohortId,
    moduleRunId: row.moduleRunId,
    trainerId: row.trainerId,
    roomId: row.roomId,
    ...(was ? { before: { ...toState(was) } } : {}),
    ...(is ? { after: { ...toState(is) } } : {}),
    revision: is?.revision ?? row.revision + 1,
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
