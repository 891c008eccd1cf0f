-- CreateEnum
CREATE TYPE "decision_origin" AS ENUM ('member', 'office');

-- AlterTable
ALTER TABLE "jury_decision" ADD COLUMN     "abstentions" INTEGER,
ADD COLUMN     "origin" "decision_origin" NOT NULL DEFAULT 'office',
ADD COLUMN     "votes_against" INTEGER,
ADD COLUMN     "votes_for" INTEGER;

-- AlterTable
ALTER TABLE "jury_member" ADD COLUMN     "is_internal" BOOLEAN NOT NULL DEFAULT false;

-- What was written down before the origin was kept: by a member when that login sits in the session.
-- `secure_tables` below forces row-level security on the owner again.
alter table public.jury_decision no force row level security;
alter table public.jury_member no force row level security;
alter table public.membership no force row level security;
alter table public.jury_decision disable trigger user;
update public.jury_decision d set origin = 'member'
 where exists (
   select from public.membership m
     join public.jury_member seat
       on seat.centre_id = m.centre_id and seat.person_id = m.person_id
    where m.centre_id = d.centre_id and m.user_id = d.decided_by_user_id
      and seat.jury_session_id = d.jury_session_id);
set constraints all immediate;
alter table public.jury_decision enable trigger user;

alter table public.jury_decision add constraint jury_decision_votes check (
  num_nulls(votes_for, votes_against, abstentions) in (0, 3)
  and votes_for >= 0 and votes_against >= 0 and abstentions >= 0);

-- A row is superseded by another row about the same thing, which itself stands: naming any other
-- would quietly take somebody's result, decision or signature out of the file. The key is given as
-- the trigger's arguments.
create function jalon.superseded_by_its_own() returns trigger language plpgsql as $$
declare
  successor jsonb;
  column_name text;
begin
  execute format('select to_jsonb(s) from public.%I s where centre_id = $1 and id = $2 for share', tg_table_name)
     into successor using new.centre_id, new.superseded_by_id;
  foreach column_name in array tg_argv loop
    if successor -> column_name is distinct from to_jsonb(new) -> column_name then
      perform jalon.refuse(format('a row of %s is superseded by a row about the same thing', tg_table_name));
    end if;
  end loop;
  if new.superseded_by_id = new.id or successor ->> 'superseded_by_id' is not null then
    perform jalon.refuse(format('a row of %s is superseded by a row that stands', tg_table_name));
  end if;
  if successor ? 'signed_at' and successor ->> 'signed_at' is null then
    perform jalon.refuse(format('a row of %s is superseded by a signed one', tg_table_name));
  end if;
  return new;
end $$;

create trigger attendance_superseded_by_its_own before insert or update of superseded_by_id on public.attendance
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('slot_id', 'enrolment_id');
create trigger assessment_result_superseded_by_its_own before insert or update of superseded_by_id on public.assessment_result
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('enrolment_id', 'block_code', 'assessment_code', 'attempt');
create trigger credential_superseded_by_its_own before insert or update of superseded_by_id on public.credential
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('person_id', 'code');
create trigger jury_decision_superseded_by_its_own before insert or update of superseded_by_id on public.jury_decision
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('jury_session_id', 'enrolment_id', 'block_code');
create trigger certificate_superseded_by_its_own before insert or update of superseded_by_id on public.certificate
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('enrolment_id', 'kind');
create trigger appraisal_superseded_by_its_own before insert or update of superseded_by_id on public.appraisal
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('enrolment_id', 'block_code');

select jalon.secure_tables();
