import type { Query } from '../../db/database.ts';

/** The tutors of each enrolment, employments that have ended included. */
export async function readTutors(
  query: Query,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await query<{ enrolmentId: string; names: string[] }>({
    name: 'jury-tutors',
    text: `
      select n.id as "enrolmentId", array_agg(n.name order by n.name) as names
        from (select distinct e.id, coalesce(p.usage_name, p.birth_name) || ' ' || p.given_name as name
                from enrolment e
                join employment m on m.centre_id = e.centre_id and m.person_id = e.person_id
                join person p on p.centre_id = m.centre_id and p.id = m.tutor_id
               where e.id = any($1::uuid[])) n
       group by n.id`,
    values: [ids],
  });
  return new Map(rows.map(({ enrolmentId, names }) => [enrolmentId, names]));
}
