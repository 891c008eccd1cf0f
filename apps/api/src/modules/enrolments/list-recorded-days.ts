import { groupBy, type RecordedDay } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';

interface Row {
  readonly enrolmentId: string;
  readonly kind: RecordedDay['kind'];
  readonly firstOn: string;
  readonly lastOn: string;
}

const text = `
select enrolment_id as "enrolmentId", kind, min(held_on)::text as "firstOn",
       max(held_on)::text as "lastOn"
  from (select a.enrolment_id, 'presence' as kind, a.held_on
          from attendance a
         where a.enrolment_id = any($1::uuid[]) and a.superseded_by_id is null
           and a.minutes_done > 0
        union all
        select r.enrolment_id, 'assessment', r.held_on
          from assessment_result r
         where r.enrolment_id = any($1::uuid[]) and r.superseded_by_id is null
        union all
        select d.enrolment_id, 'decision', d.held_on
          from jury_decision d
          join jury_session s on s.centre_id = d.centre_id and s.id = d.jury_session_id
         where d.enrolment_id = any($1::uuid[]) and d.superseded_by_id is null
           and s.state = 'closed') as recorded
 group by enrolment_id, kind`;

/** The first and the last of each kind of thing that was recorded, by enrolment. */
export async function readRecordedDays(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedDay[]>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows: Row[] = await queryIn(tx)({ name: 'recorded-days', text, values: [enrolmentIds] });
  const days = rows.flatMap(({ enrolmentId, kind, firstOn, lastOn }) =>
    [firstOn, lastOn].map((on) => ({ enrolmentId, kind, on })),
  );
  return groupBy(days, ({ enrolmentId }) => enrolmentId);
}

/** The first and the last of each kind of thing that was recorded of an enrolment. */
export const listRecordedDays = async (
  tx: Tx,
  enrolmentId: string,
): Promise<readonly RecordedDay[]> =>
  (await readRecordedDays(tx, [enrolmentId])).get(enrolmentId) ?? [];
