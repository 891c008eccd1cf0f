-- The trail dates itself: whatever a caller sends, an act is of the moment it is written. Only a
-- database that holds the demonstration keeps the day sent, so that its story is told on its own days.
create function jalon.holds_demonstration() returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from public.demonstration)
  $$;

create or replace function jalon.chain_audit() returns trigger language plpgsql
  set enable_seqscan = off set enable_sort = off as $$
declare
  last public.audit_event;
begin
  select * into last from public.audit_event
   where centre_id = new.centre_id order by seq desc limit 1;
  if not jalon.holds_demonstration() then
    new.at := date_trunc('milliseconds', now());
  end if;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := coalesce(last.hash, '');
  new.hash := jalon.audit_hash(new);
  return new;
end $$;

select jalon.secure_tables();
