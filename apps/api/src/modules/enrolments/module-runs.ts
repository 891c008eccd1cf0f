import {
  type Framework,
  type HalfDay,
  type HeldHalfDay,
  hasCalendarOf,
  isPlaced,
  type ModuleRun,
  placesOfRun,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

/** A run that a learner may follow, with its id. */
export interface OfferedRun extends ModuleRun {
  readonly id: string;
  readonly freePlaces: number;
  /** Active learners whose path has it. */
  readonly followers: number;
  readonly slots: readonly OfferedHalfDay[];
}

interface OfferedHalfDay extends HeldHalfDay {
  readonly isRemote: boolean;
  readonly halfDay: HalfDay;
}

interface Row {
  id: string;
  cohort_id: string;
  cohort_name: string;
  kind: OfferedRun['kind'];
  block_code: string;
  module_code: string | null;
  first_day: string | null;
  last_day: string | null;
  group_number: number | null;
  capacity: number;
  followers: number;
  slots: OfferedHalfDay[];
}

/**
 * The runs of every cohort on the same framework version: codes of another version name other
 * modules. Other cohorts' runs without a half-day left are not offered; the own ones are, once the
 * cohort has a calendar: what of it is still to place comes later, and is on the path from now on.
 */
export async function listOfferedRuns(
  tx: Tx,
  cohort: { readonly id: string; readonly frameworkVersionId: string },
  framework: Framework,
): Promise<OfferedRun[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.cohort_id, c.name as cohort_name, r.kind::text as kind, r.block_code,
           r.module_code, r.group_number, c.capacity,
           min(s.held_on)::text as first_day, max(s.held_on)::text as last_day,
           coalesce(json_agg(json_build_object('date', s.held_on, 'startsAt', s.starts_at,
                                               'minutes', s.minutes, 'halfDay', s.half_day,
                                               'isRemote', s.mode = 'remote')
                             order by s.held_on, s.starts_at)
                      filter (where s.id is not null), '[]') as slots,
           (select count(*) from path_run p
              join enrolment e on e.centre_id = p.centre_id and e.id = p.enrolment_id
             where p.centre_id = r.centre_id and p.module_run_id = r.id
               and e.state = 'active')::int as followers
      from module_run r
      join cohort c on c.centre_id = r.centre_id and c.id = r.cohort_id
      left join slot s on s.centre_id = r.centre_id and s.module_run_id = r.id
                      and s.cancelled_at is null
     where c.framework_version_id = ${cohort.frameworkVersionId}::uuid
     group by r.centre_id, r.id, c.name, c.capacity
    having count(s.id) > 0 or r.cohort_id = ${cohort.id}::uuid
     order by first_day nulls last, r.id`;
  const runs = rows.map((row) => ({
    id: row.id,
    cohortId: row.cohort_id,
    cohortName: row.cohort_name,
    isOwn: row.cohort_id === cohort.id,
    kind: row.kind,
    blockCode: row.block_code,
    moduleCode: row.module_code,
    firstDay: row.first_day,
    lastDay: row.last_day,
    slots: row.slots,
    followers: row.followers,
    freePlaces:
      placesOfRun(
        framework,
        {
          kind: row.kind,
          blockCode: row.block_code,
          moduleCode: row.module_code,
          groupNumber: row.group_number,
        },
        row.capacity,
      ) - row.followers,
  }));
  return hasCalendarOf(runs) ? runs : runs.filter(isPlaced);
}
