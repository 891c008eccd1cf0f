import type { PlainDate } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';

/** A run of a learner's path. */
export interface PathPair {
  readonly enrolmentId: string;
  readonly moduleRunId: string;
}

/** Takes runs off paths: the calendars that hold their half-days learn of it. */
export async function leaveRuns(
  tx: Tx,
  actor: Actor,
  pairs: readonly PathPair[],
  today: PlainDate,
): Promise<void> {
  await tx.$executeRaw`
    delete from path_run p
     using unnest(${pairs.map(({ enrolmentId }) => enrolmentId)}::uuid[],
                  ${pairs.map(({ moduleRunId }) => moduleRunId)}::uuid[])
           as pair(enrolment_id, module_run_id)
     where p.enrolment_id = pair.enrolment_id and p.module_run_id = pair.module_run_id`;
  await noteLeft(tx, actor, pairs, today);
}

/** Notes that runs are no longer on paths. */
export async function noteLeft(
  tx: Tx,
  actor: Actor,
  pairs: readonly PathPair[],
  today: PlainDate,
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    insert into left_run (centre_id, enrolment_id, module_run_id, changed_on)
    select ${actor.centreId}::uuid, enrolment_id, module_run_id, ${today}::date
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
