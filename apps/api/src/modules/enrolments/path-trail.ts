import type { Actor } from '../../auth/actor.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';

/** A run of a learner's path. */
export interface PathPair {
  readonly enrolmentId: string;
  readonly moduleRunId: string;
}

/** What paths lose and what they gain. */
interface PathTurns {
  readonly left?: readonly PathPair[];
  readonly joined?: readonly PathPair[];
}

/** Takes runs off paths: the calendars that hold their half-days learn of it. */
export async function leaveRuns(
  tx: Tx,
  actor: Actor,
  pairs: readonly PathPair[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    delete from path_run p
     using unnest(${pairs.map(({ enrolmentId }) => enrolmentId)}::uuid[],
                  ${pairs.map(({ moduleRunId }) => moduleRunId)}::uuid[])
           as pair(enrolment_id, module_run_id)
     where p.enrolment_id = pair.enrolment_id and p.module_run_id = pair.module_run_id`;
  await tellTurns(tx, actor, at, { left: pairs });
}

/**
 * Keeps what a change of paths takes and gives: the calendar applications cancel what has left, and
 * those concerned are told by mail once things have settled. A first path is announced by its
 * convocation: it is not kept here.
 */
export async function tellTurns(
  tx: Tx,
  actor: Actor,
  at: Date,
  { left = [], joined = [] }: PathTurns,
): Promise<void> {
  await noteLeft(tx, actor, left, at);
  await noteBack(tx, joined);
  const drafts = await listDrafts(tx, [...left, ...joined]);
  const toRows = (pairs: readonly PathPair[], isJoined: boolean) =>
    pairs.map(({ enrolmentId, moduleRunId }) => ({
      centreId: actor.centreId,
      enrolmentId,
      moduleRunId,
      isJoined,
      changedByUserId: actor.userId,
      changedAt: at,
      toldAt: drafts.has(enrolmentId) ? at : null,
    }));
  await tx.pathChange.createMany({ data: [...toRows(left, false), ...toRows(joined, true)] });
}

/** Those whose cohort's calendar nobody has been given so far. */
async function listDrafts(tx: Tx, pairs: readonly PathPair[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(pairs.map(({ enrolmentId }) => enrolmentId))];
  const drafts = await tx.enrolment.findMany({
    where: { id: { in: ids }, cohort: { state: 'draft' } },
    select: { id: true },
  });
  return new Set(drafts.map(({ id }) => id));
}

async function noteLeft(tx: Tx, actor: Actor, pairs: readonly PathPair[], at: Date): Promise<void> {
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    insert into left_run (centre_id, enrolment_id, module_run_id, changed_on)
    select ${actor.centreId}::uuid, enrolment_id, module_run_id, ${parisDayOf(at)}::date
      from unnest(${pairs.map(({ enrolmentId }) => enrolmentId)}::uuid[],
                  ${pairs.map(({ moduleRunId }) => moduleRunId)}::uuid[])
           as pair(enrolment_id, module_run_id)
    on conflict (centre_id, enrolment_id, module_run_id)
    do update set turns = left_run.turns + 1 + left_run.turns % 2,
                  changed_on = excluded.changed_on`;
}

/** Notes that runs are on paths: those that had left come back. */
export async function noteBack(tx: Tx, pairs: readonly PathPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    update left_run l
       set turns = l.turns + 1
      from unnest(${pairs.map(({ enrolmentId }) => enrolmentId)}::uuid[],
                  ${pairs.map(({ moduleRunId }) => moduleRunId)}::uuid[])
           as pair(enrolment_id, module_run_id)
     where l.enrolment_id = pair.enrolment_id and l.module_run_id = pair.module_run_id
       and l.turns % 2 = 1`;
}
