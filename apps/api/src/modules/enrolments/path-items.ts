import type { ProgrammeKey } from '@jalon/domain';
import type { Query } from '../../db/database.ts';

/** What the runs of one learner's path teach, and whether the own cohort has a calendar at all. */
export interface PathItems {
  readonly path: readonly ProgrammeKey[];
  readonly hasCalendar: boolean;
}

type Key = [kind: ProgrammeKey['kind'], blockCode: string, moduleCode: string | null];

const text = `
with planned_run as materialized (
  select r.id, r.cohort_id, r.kind, r.block_code, r.module_code
    from module_run r
   where exists (select from slot s
                  where s.centre_id = r.centre_id and s.module_run_id = r.id
                    and s.cancelled_at is null)
)
select e.id as "enrolmentId",
       e.cohort_id in (select cohort_id from planned_run) as "hasCalendar",
       json_agg(json_build_array(r.kind, r.block_code, r.module_code))
         filter (where r.id is not null) as keys
  from enrolment e
  left join path_run p on p.centre_id = e.centre_id and p.enrolment_id = e.id
  left join planned_run r on r.id = p.module_run_id
 where e.id = any ($1::uuid[])
 group by e.centre_id, e.id`;

/** The paths of these enrolments; runs without a half-day left are left out. */
export async function readPathItems(
  query: Query,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, PathItems>> {
  const rows = await query<{ enrolmentId: string; hasCalendar: boolean; keys: Key[] | null }>({
    name: 'path-items',
    text,
    values: [enrolmentIds],
  });
  return new Map(
    rows.map(({ enrolmentId, hasCalendar, keys }) => [
      enrolmentId,
      {
        hasCalendar,
        path: (keys ?? []).map(([kind, blockCode, moduleCode]) => ({
          kind,
          blockCode,
          moduleCode,
        })),
      },
    ]),
  );
}
