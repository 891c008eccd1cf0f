-- Tenancy, roles' rights and what may never change. Run `select jalon.secure_tables()` at the end of
-- every migration that adds a table.

create schema if not exists jalon;

-- The centre that the connection is bound to; null when none, so that nothing is visible.
create function jalon.current_centre() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.centre_id', true), '')::uuid $$;

-- Forces row-level security on every table that carries a centre, and gives the two login roles
-- their rights. Idempotent.
create function jalon.secure_tables() returns void language plpgsql as $$
declare
  tenant record;
  append_only constant text[] := array['audit_event', 'attendance_sheet'];
  supersede_only constant text[] :=
    array['attendance', 'assessment_result', 'credential', 'jury_decision', 'certificate'];
  deletable constant text[] := array[
    'site_closure', 'framework_version', 'module_run', 'slot', 'path_run', 'appraisal',
    'jury_member', 'jury_candidate', 'jury_conflict'];
begin
  for tenant in
    select c.relname as name,
           case when c.relname = 'centre' then 'id' else 'centre_id' end as key
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and (c.relname = 'centre' or exists (
         select 1 from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'centre_id' and not a.attisdropped))
  loop
    execute format('alter table public.%I enable row level security', tenant.name);
    execute format('alter table public.%I force row level security', tenant.name);
    execute format('drop policy if exists own_centre on public.%I', tenant.name);
    execute format(
      'create policy own_centre on public.%I to jalon_app using (%I = jalon.current_centre()) with check (%I = jalon.current_centre())',
      tenant.name, tenant.key, tenant.key);
    execute format('revoke all on public.%I from jalon_app', tenant.name);
    if tenant.name = 'centre' then
      execute 'grant select on public.centre to jalon_app';
    elsif tenant.name = any (append_only) then
      execute format('grant select, insert on public.%I to jalon_app', tenant.name);
    elsif tenant.name = any (supersede_only) then
      execute format('grant select, insert, update (superseded_by_id) on public.%I to jalon_app', tenant.name);
    else
      execute format('grant select, insert, update on public.%I to jalon_app', tenant.name);
    end if;
    if tenant.name = any (deletable) then
      execute format('grant delete on public.%I to jalon_app', tenant.name);
    end if;
  end loop;
  grant update (cpam_copy_sent_on) on public.certificate to jalon_app;
  grant usage on schema public, jalon to jalon_app, jalon_system;
  grant select, insert, update, delete on all tables in schema public to jalon_system;
  revoke update, delete on public.audit_event from jalon_system;
  grant execute on all functions in schema jalon to jalon_app, jalon_system;
end $$;

-- What is signed never changes: it is superseded by another row.
create function jalon.refuse(what text) returns void language plpgsql as $$
begin
  raise exception '%', what using errcode = 'JL001';
end $$;

create function jalon.forbid_change() returns trigger language plpgsql as $$
begin
  perform jalon.refuse(format('%s is append-only', tg_table_name));
  return null;
end $$;

create function jalon.only_supersede() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform jalon.refuse(format('a row of %s is never deleted', tg_table_name));
  end if;
  if old.superseded_by_id is not null and new.superseded_by_id is distinct from old.superseded_by_id then
    perform jalon.refuse(format('a superseded row of %s is final', tg_table_name));
  end if;
  if to_jsonb(new) - 'superseded_by_id' - 'cpam_copy_sent_on'
     is distinct from to_jsonb(old) - 'superseded_by_id' - 'cpam_copy_sent_on' then
    perform jalon.refuse(format('a row of %s is superseded, never changed', tg_table_name));
  end if;
  return new;
end $$;

create trigger audit_event_append_only before update or delete on public.audit_event
  for each row execute function jalon.forbid_change();
create trigger attendance_sheet_append_only before update or delete on public.attendance_sheet
  for each row execute function jalon.forbid_change();
create trigger attendance_only_supersede before update or delete on public.attendance
  for each row execute function jalon.only_supersede();
create trigger assessment_result_only_supersede before update or delete on public.assessment_result
  for each row execute function jalon.only_supersede();
create trigger credential_only_supersede before update or delete on public.credential
  for each row execute function jalon.only_supersede();
create trigger jury_decision_only_supersede before update or delete on public.jury_decision
  for each row execute function jalon.only_supersede();
create trigger certificate_only_supersede before update or delete on public.certificate
  for each row execute function jalon.only_supersede();

create function jalon.keep_signed_appraisal() returns trigger language plpgsql as $$
begin
  if old.signed_at is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or old.superseded_by_id is not null
     or to_jsonb(new) - 'superseded_by_id' is distinct from to_jsonb(old) - 'superseded_by_id' then
    perform jalon.refuse('a signed appraisal never changes');
  end if;
  return new;
end $$;
create trigger appraisal_keep_signed before update or delete on public.appraisal
  for each row execute function jalon.keep_signed_appraisal();

create function jalon.keep_published_framework() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    perform jalon.refuse('a published framework version never changes');
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger framework_version_keep_published before update or delete on public.framework_version
  for each row execute function jalon.keep_published_framework();

-- A closed session is final. Its minutes are produced right after the closing, so that one column
-- may be filled once.
create function jalon.keep_closed_jury() returns trigger language plpgsql as $$
begin
  if old.state = 'closed' and (
       tg_op = 'DELETE' or old.minutes_document_id is not null
       or to_jsonb(new) - 'minutes_document_id' is distinct from to_jsonb(old) - 'minutes_document_id') then
    perform jalon.refuse('a closed jury session never changes');
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger jury_session_keep_closed before update or delete on public.jury_session
  for each row execute function jalon.keep_closed_jury();

create function jalon.only_while_jury_is_open() returns trigger language plpgsql as $$
declare
  seat record;
  session_state text;
begin
  if tg_op = 'DELETE' then seat := old; else seat := new; end if;
  select state::text into session_state from public.jury_session
   where centre_id = seat.centre_id and id = seat.jury_session_id for share;
  if session_state = 'closed' then
    perform jalon.refuse('a closed jury session never changes');
  end if;
  return seat;
end $$;
create trigger jury_member_only_while_open before insert or update or delete on public.jury_member
  for each row execute function jalon.only_while_jury_is_open();
create trigger jury_candidate_only_while_open before insert or update or delete on public.jury_candidate
  for each row execute function jalon.only_while_jury_is_open();
create trigger jury_conflict_only_while_open before insert or update or delete on public.jury_conflict
  for each row execute function jalon.only_while_jury_is_open();
create trigger jury_decision_only_while_open before insert on public.jury_decision
  for each row execute function jalon.only_while_jury_is_open();

-- One current row a fact: what two people enter at once cannot both stand.
alter table public.attendance add constraint attendance_one_current
  exclude using btree (centre_id with =, slot_id with =, enrolment_id with =)
  where (superseded_by_id is null) deferrable initially deferred;
alter table public.assessment_result add constraint assessment_result_one_current
  exclude using btree (centre_id with =, enrolment_id with =, assessment_code with =, attempt with =)
  where (superseded_by_id is null) deferrable initially deferred;
alter table public.jury_decision add constraint jury_decision_one_current
  exclude using btree (centre_id with =, jury_session_id with =, enrolment_id with =, block_code with =)
  where (superseded_by_id is null) deferrable initially deferred;
alter table public.certificate add constraint certificate_one_current
  exclude using btree (centre_id with =, enrolment_id with =, kind with =)
  where (superseded_by_id is null) deferrable initially deferred;
alter table public.appraisal add constraint appraisal_one_draft
  exclude using btree (centre_id with =, enrolment_id with =, block_code with =)
  where (signed_at is null) deferrable initially deferred;

-- The audit trail is a chain per centre: each row's hash covers the one before.
create function jalon.audit_hash(entry public.audit_event) returns text
  language sql immutable as $$
    select encode(sha256(convert_to(concat_ws('|', entry.prev_hash, entry.centre_id, entry.seq,
      extract(epoch from entry.at)::text, coalesce(entry.actor_user_id, ''), entry.actor_role,
      entry.action, entry.subject_id, entry.data::text), 'UTF8')), 'hex')
  $$;

create function jalon.chain_audit() returns trigger language plpgsql as $$
declare
  last public.audit_event;
begin
  select * into last from public.audit_event
   where centre_id = new.centre_id order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := coalesce(last.hash, '');
  new.hash := jalon.audit_hash(new);
  return new;
end $$;
create trigger audit_event_chain before insert on public.audit_event
  for each row execute function jalon.chain_audit();

-- The first broken link of a centre's trail, or null when the chain holds.
create function jalon.first_broken_audit_link(centre uuid) returns bigint
  language sql stable as $$
    select min(seq) from (
      select e.seq,
             e.hash is distinct from jalon.audit_hash(e)
             or e.prev_hash is distinct from coalesce(lag(e.hash) over (order by e.seq), '')
             or e.seq <> row_number() over (order by e.seq) as broken
        from public.audit_event e where e.centre_id = centre) links
     where broken
  $$;

select jalon.secure_tables();
