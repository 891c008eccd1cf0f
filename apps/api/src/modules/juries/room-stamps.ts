import type { Tx } from '../../db/database.ts';

interface RoomStamps {
  /**
   * From when the next look must read. Some seconds back: a transaction commits after its rows are
   * stamped, and what is read twice does no harm.
   */
  readonly asOf: string;
  /** Changes with the session's state, its members, recusals and candidates. */
  readonly roomStamp: string;
  /** Changes with the room and with every decision. */
  readonly stamp: string;
}

/** What a reader of a session has seen, in few letters: whoever comes back is told what is new. */
export async function readRoomStamps(tx: Tx, jurySessionId: string): Promise<RoomStamps> {
  const rows = await tx.$queryRaw<{ asOf: Date; room: string; decided: string }[]>`
    select now() - interval '10 seconds' as "asOf",
           md5(concat_ws('|',
             (select s::text from jury_session s where s.id = ${jurySessionId}::uuid),
             (select string_agg(m::text, ',' order by m.id) from jury_member m
               where m.jury_session_id = ${jurySessionId}::uuid),
             (select string_agg(x::text, ',' order by x.id) from jury_conflict x
               where x.jury_session_id = ${jurySessionId}::uuid),
             (select string_agg(c::text, ',' order by c.id) from jury_candidate c
               where c.jury_session_id = ${jurySessionId}::uuid))) as room,
           md5((select string_agg(d.id::text, ',' order by d.id) from jury_decision d
                 where d.jury_session_id = ${jurySessionId}::uuid
                   and d.superseded_by_id is null)) as decided`;
  const [row] = rows;
  const roomStamp = row?.room ?? '';
  return {
    asOf: (row?.asOf ?? new Date(0)).toISOString(),
    roomStamp,
    stamp: `${roomStamp} ${row?.decided ?? ''}`,
  };
}
