-- DropIndex
DROP INDEX "jury_minutes_centre_id_jury_session_id_key";

-- AlterTable
ALTER TABLE "jury_decision" ADD COLUMN     "rectified_by_id" UUID;

-- AlterTable
ALTER TABLE "jury_minutes" ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "jury_minutes_centre_id_jury_session_id_number_key" ON "jury_minutes"("centre_id", "jury_session_id", "number");

-- AddForeignKey
ALTER TABLE "jury_decision" ADD CONSTRAINT "jury_decision_centre_id_rectified_by_id_fkey" FOREIGN KEY ("centre_id", "rectified_by_id") REFERENCES "jury_minutes"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Number 1 is what the closing froze; the others say what they correct.
alter table public.jury_minutes add constraint jury_minutes_number check (
  number = 1 or (number > 1 and jsonb_typeof(content -> 'corrections') = 'array'));

-- A decision of a closed session changes in one way: by rectifying minutes of that session that say so,
-- signed by members of both colleges. The office alone, or a statement by hand, changes nothing.
create function jalon.only_open_or_rectified() returns trigger language plpgsql as $$
declare
  session_state text;
  rectifying uuid;
begin
  select state::text into session_state from public.jury_session
   where centre_id = new.centre_id and id = new.jury_session_id for share;
  if session_state is distinct from 'closed' then
    if new.rectified_by_id is not null then
      perform jalon.refuse('a jury session that is not closed is not rectified');
    end if;
    return new;
  end if;
  if tg_op = 'INSERT' then
    rectifying := new.rectified_by_id;
  else
    select d.rectified_by_id into rectifying from public.jury_decision d
     where d.centre_id = new.centre_id and d.id = new.superseded_by_id;
  end if;
  if rectifying is null then
    perform jalon.refuse('a closed jury session never changes');
  end if;
  if tg_op = 'INSERT' and not exists (
    select from public.jury_minutes m
     where m.centre_id = new.centre_id and m.id = rectifying and m.number > 1
       and m.jury_session_id = new.jury_session_id
       and m.content -> 'corrections' @> jsonb_build_array(jsonb_build_object(
         'enrolmentId', new.enrolment_id, 'blockCode', new.block_code, 'decision', new.decision))) then
    perform jalon.refuse('rectifying minutes change what they say, and nothing else');
  end if;
  if (select count(distinct seat.college) from public.jury_signature s
        join public.jury_member seat on seat.centre_id = s.centre_id and seat.id = s.member_id
       where s.centre_id = new.centre_id and s.minutes_id = rectifying
         and not seat.is_alternate) < 2 then
    perform jalon.refuse('rectifying minutes are in force once both colleges have signed');
  end if;
  return new;
end $$;
drop trigger jury_decision_only_while_open on public.jury_decision;
drop trigger jury_decision_superseded_while_open on public.jury_decision;
create trigger jury_decision_only_open_or_rectified before insert or update on public.jury_decision
  for each row execute function jalon.only_open_or_rectified();
