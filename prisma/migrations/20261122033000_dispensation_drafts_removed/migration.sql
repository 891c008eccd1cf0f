-- A dispensation that is still a draft may be deleted; once filed it stays for ever.

-- Forces row-level security on every table that carries a centre, and gives the two login roles
-- their rights. Idempotent.
create or replace function jalon.secure_tables() returns void language plpgsql as $$
declare
  tenant record;
  append_only constant text[] := array['audit_event', 'attendance_sheet'];
  supersede_only constant text[] :=
    array['attendance', 'assessment_result', 'credential', 'jury_decision', 'certificate'];
  deletable constant text[] := array[
    'site_closure', 'framework_version', 'module_run', 'slot', 'path_run', 'appraisal',
    'jury_member', 'jury_candidate', 'jury_conflict', 'dispensation'];
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

create function jalon.keep_filed_dispensation() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    perform jalon.refuse('a filed dispensation is never deleted');
  end if;
  return old;
end $$;
create trigger dispensation_keep_filed before delete on public.dispensation
  for each row execute function jalon.keep_filed_dispensation();

select jalon.secure_tables();
