import { type Framework, type ModuleRun, placesOfRun } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

/** A run that a learner may follow, with its id. */
export interface OfferedRun extends ModuleRun {
  readonly id: string;
  readonly freePlaces: number;
}

interface Row {
  id: string;
  cohort_id: string;
  cohort_name: string;
  kind: OfferedRun['kind'];
  block_code: string;
  module_code: string | null;
  first_day: string;
  last_day: string;
  group_number: number | null;
  capacity: number;
  followers: number;
  slots: { date: string; startsAt: number; minutes: number }[];
}

/**
 * The runs of every cohort on the same framework version: codes of another version name other
 * modules. Runs without a half-day left are not offered.
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
           json_agg(json_build_object('date', s.held_on, 'startsAt', s.starts_at,
                                      'minutes', s.minutes)
                    order by s.held_on, s.starts_at) as slots,
           (select count(*) from path_run p
              join enrolment e on e.centre_id = p.centre_id and e.id = p.enrolment_id
             where p.centre_id = r.centre_id and p.module_run_id = r.id
               and e.state = 'active')::int as followers
      from module_run r
      join cohort c on c.centre_id = r.centre_id and c.id = r.cohort_id
      join slot s on s.centre_id = r.centre_id and s.module_run_id = r.id and s.cancelled_at is null
     where c.framework_version_id = ${cohort.frameworkVersionId}::uuid
     group by r.centre_id, r.id, c.name, c.capacity
     order by first_day, r.id`;
  return rows.map((row) => ({
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
}
