-- CreateEnum
CREATE TYPE "request_end_reason" AS ENUM ('block_acquired', 'enrolment_withdrawn', 'enrolment_completed', 'taken_back', 'answered_on_paper', 'employment_ended', 'tutor_replaced');

-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "end_reason" "request_end_reason",
ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- A request ends at a moment and for a reason, both or neither; what is signed is no request any more.
alter table public.appraisal add constraint appraisal_ends_for_a_reason check (
  (ended_at is null) = (end_reason is null) and (ended_at is null or signed_at is null));

-- One open request a block: the ended ones stay beside it.
alter table public.appraisal drop constraint appraisal_one_draft;
alter table public.appraisal add constraint appraisal_one_draft
  exclude using btree (centre_id with =, enrolment_id with =, block_code with =)
  where (signed_at is null and ended_at is null) deferrable initially deferred;

-- Requests that have been without object since before they could end: a closed jury has acquired the
-- block, in that enrolment or in another one of the person on the same framework version (S1:L176);
-- the enrolment was withdrawn or completed. Each ends at the moment of what ended it, as the closing
-- and the trail tell it. The trail itself is not written after the fact.
-- The owner's own statements are checked like any other while row security is forced.
alter table public.appraisal no force row level security;
alter table public.enrolment no force row level security;
alter table public.cohort no force row level security;
alter table public.jury_session no force row level security;
alter table public.jury_decision no force row level security;
alter table public.audit_event no force row level security;

update public.appraisal a
   set end_reason = 'block_acquired', ended_at = greatest(acquired.closed_at, a.created_at),
       revision = a.revision + 1
  from (
    select asked.centre_id, asked.id, min(j.closed_at) as closed_at
      from public.appraisal asked
      join public.enrolment e on e.centre_id = asked.centre_id and e.id = asked.enrolment_id
      join public.cohort c on c.centre_id = e.centre_id and c.id = e.cohort_id
      join public.enrolment own on own.centre_id = e.centre_id and own.person_id = e.person_id
      join public.jury_decision d on d.centre_id = own.centre_id and d.enrolment_id = own.id
       and d.block_code = asked.block_code and d.decision = 'acquired' and d.superseded_by_id is null
      join public.jury_session j on j.centre_id = d.centre_id and j.id = d.jury_session_id
       and j.state = 'closed' and j.closed_at is not null
       and (own.id = e.id or j.framework_version_id = c.framework_version_id)
     where asked.signed_at is null
     group by 1, 2) acquired
 where a.centre_id = acquired.centre_id and a.id = acquired.id;

update public.appraisal a
   set end_reason = case e.state when 'withdrawn' then 'enrolment_withdrawn'
                                 else 'enrolment_completed' end::public.request_end_reason,
       ended_at = greatest(a.created_at, coalesce((
         select max(t.at) from public.audit_event t
          where t.centre_id = e.centre_id and t.subject_id = e.id::text
            and t.action = case e.state when 'withdrawn' then 'enrolment.withdrawn'
                                        else 'enrolment.completed' end), now())),
       revision = a.revision + 1
  from public.enrolment e
 where e.centre_id = a.centre_id and e.id = a.enrolment_id and e.state <> 'active'
   and a.signed_at is null and a.ended_at is null;

set constraints all immediate;
alter table public.appraisal force row level security;
alter table public.enrolment force row level security;
alter table public.cohort force row level security;
alter table public.jury_session force row level security;
alter table public.jury_decision force row level security;
alter table public.audit_event force row level security;

-- What a tutor has typed is never lost: no appraisal is deleted, and an ended request keeps its answers.
create or replace function jalon.keep_signed_appraisal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform jalon.refuse('an appraisal is never deleted');
  end if;
  if old.ended_at is not null
     and (new.ratings, new.comments, new.comment) is distinct from (old.ratings, old.comments, old.comment) then
    perform jalon.refuse('an ended request keeps its answers');
  end if;
  if old.signed_at is null then
    return new;
  end if;
  if old.superseded_by_id is not null
     or to_jsonb(new) - 'superseded_by_id' is distinct from to_jsonb(old) - 'superseded_by_id' then
    perform jalon.refuse('a signed appraisal never changes');
  end if;
  return new;
end $$;
