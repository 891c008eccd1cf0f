-- Whoever waits in a jury's room is told at the commit that something in the session changed, in
-- whichever process they wait. The notice holds two ids and no content: it is read under row-level
-- security afterwards.
create function jalon.tell_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'jury_session' then
    perform pg_notify('jalon_changes', concat_ws(' ', new.centre_id, new.id));
  elsif tg_op = 'DELETE' then
    perform pg_notify('jalon_changes', concat_ws(' ', old.centre_id, old.jury_session_id));
  else
    perform pg_notify('jalon_changes', concat_ws(' ', new.centre_id, new.jury_session_id));
  end if;
  return null;
end $$;

create trigger jury_session_told after update on public.jury_session
  for each row execute function jalon.tell_change();
create trigger jury_member_told after insert or update or delete on public.jury_member
  for each row execute function jalon.tell_change();
create trigger jury_candidate_told after insert or update or delete on public.jury_candidate
  for each row execute function jalon.tell_change();
create trigger jury_conflict_told after insert or update or delete on public.jury_conflict
  for each row execute function jalon.tell_change();
create trigger jury_decision_told after insert on public.jury_decision
  for each row execute function jalon.tell_change();
