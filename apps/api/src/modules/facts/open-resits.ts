import { type DecidedBlock, listOpenResits, type PlainDate } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { readEquivalences } from './equivalences.ts';
import { readVersionOrigins } from './version-origins.ts';

/** A jury's decision, with who came before it. */
interface Decided extends DecidedBlock {
  /** The decision, or the block of another centre that the certifier confirmed. */
  readonly decisionId: string;
  readonly isReceived: boolean;
  readonly enrolmentId: string;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly givenName: string;
  /** The day on which the centre registered the re-sit; `null` while it has not. */
  readonly registeredOn: PlainDate | null;
}

/**
 * What closed juries decided, oldest first, blocks confirmed from other centres included, on everybody of whom one did not acquire a block, or
 * whose version keeps an acquired block for a time only.
 */
const text = `
with concerned as (
  select distinct e.centre_id, e.person_id
    from jury_decision d
    join enrolment e on e.centre_id = d.centre_id and e.id = d.enrolment_id
    join cohort c on c.centre_id = e.centre_id and c.id = e.cohort_id
    join framework_version v on v.centre_id = c.centre_id and v.id = c.framework_version_id
   where d.superseded_by_id is null
     and (d.decision <> 'acquired' or v.content ->> 'blockRetentionMonths' is not null)
)
select d.id as "decisionId", d.is_received as "isReceived", e.id as "enrolmentId", e.state as "enrolmentState",
       e.person_id as "personId", d.framework_version_id as "frameworkVersionId",
       d.block_code as "blockCode", d.decision, d.held_on::text as "decidedOn",
       p.birth_name as "birthName", p.usage_name as "usageName", p.given_name as "givenName",
       (select (r.created_at at time zone 'Europe/Paris')::date::text
          from resit_registration r
         where r.centre_id = d.centre_id and r.from_decision_id = d.id) as "registeredOn",
       (v.content ->> 'blockRetentionMonths')::int as "retentionMonths",
       array(select next.framework_version_id
          from enrolment other
          join jury_candidate k on k.centre_id = other.centre_id and k.enrolment_id = other.id
          join jury_session next on next.centre_id = k.centre_id and next.id = k.jury_session_id
         where other.centre_id = e.centre_id and other.person_id = e.person_id and other.id <> e.id
           and next.state <> 'closed') as "seatedUnder",
       array(select certified.framework_version_id
          from enrolment other
          join cohort certified on certified.centre_id = other.centre_id
           and certified.id = other.cohort_id
         where other.centre_id = e.centre_id and other.person_id = e.person_id
           and other.state = 'completed') as "certifiedUnder"
  from concerned
  join enrolment e on e.centre_id = concerned.centre_id and e.person_id = concerned.person_id
  join cohort c on c.centre_id = e.centre_id and c.id = e.cohort_id
  join framework_version v on v.centre_id = c.centre_id and v.id = c.framework_version_id
  join person p on p.centre_id = e.centre_id and p.id = e.person_id
  cross join lateral (
    select o.centre_id, o.id, o.block_code, o.decision, o.held_on, j.framework_version_id,
           j.closed_at, false as is_received
      from jury_decision o
      join jury_session j on j.centre_id = o.centre_id and j.id = o.jury_session_id
     where o.centre_id = e.centre_id and o.enrolment_id = e.id and o.superseded_by_id is null
       and j.state = 'closed'
     union all
    select b.centre_id, b.id, b.block_code, 'acquired', b.decided_on, b.followed_id,
           a.created_at, true
      from received_block b
      join received_block_answer a on a.centre_id = b.centre_id and a.received_block_id = b.id
     where b.centre_id = e.centre_id and b.enrolment_id = e.id and a.outcome = 'approved') d
 order by d.held_on, d.closed_at`;

/**
 * Every block of the centre that is to be presented again, registered or not: the one list that the
 * morning, the page of re-sits and the reminders show.
 */
export async function readOpenResits(query: Query, today: PlainDate) {
  const decided = await query<Decided & Record<string, unknown>>({ name: 'open-resits', text });
  const versions = decided.length === 0 ? [] : await readVersionOrigins(query);
  const equivalences = decided.length === 0 ? [] : await readEquivalences(query);
  // What another centre's jury acquired and is kept no longer was never sat here: no re-sit.
  return listOpenResits(decided, versions, equivalences, today).filter((one) => !one.isReceived);
}
