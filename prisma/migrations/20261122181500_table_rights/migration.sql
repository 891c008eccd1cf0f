-- What the application may do with each table of a centre, as data: a migration that adds a table adds
-- its row here when the ordinary rights (read, insert, update, never delete) are not the right ones,
-- then runs `select jalon.secure_tables()`. The two login roles have no right on this table.
create table jalon.table_rights (
  table_name text primary key,
  may_insert boolean not null default true,
  -- null: every column; empty: what is written stays written; otherwise these columns only.
  may_update text[],
  may_delete boolean not null default false
);

insert into jalon.table_rights (table_name, may_insert, may_update) values
  ('centre', false, '{}');
insert into jalon.table_rights (table_name, may_update) values
  ('audit_event', '{}'),
  ('attendance_sheet', '{}'),
  ('certificate_statement', '{}'),
  ('certificate_revocation', '{}'),
  ('attendance', '{superseded_by_id}'),
  ('assessment_result', '{superseded_by_id}'),
  ('credential', '{superseded_by_id}'),
  ('jury_decision', '{superseded_by_id}'),
  ('certificate', '{superseded_by_id,cpam_copy_sent_on}');
insert into jalon.table_rights (table_name, may_delete) values
  ('site_closure', true),
  ('framework_version', true),
  ('module_run', true),
  ('slot', true),
  ('path_run', true),
  ('appraisal', true),
  ('jury_member', true),
  ('jury_candidate', true),
  ('jury_conflict', true),
  ('dispensation', true),
  ('room_closure', true),
  ('trainer_subject', true),
  ('trainer_accreditation', true),
  ('trainer_absence', true),
  ('slot_change', true);

-- Forces row-level security on every table that carries a centre, and gives the two login roles
-- their rights. Idempotent.
create or replace function jalon.secure_tables() returns void language plpgsql as $$
declare
  tenant record;
begin
  for tenant in
    select c.relname as name,
           case when c.relname = 'centre' then 'id' else 'centre_id' end as key,
           coalesce(rights.may_insert, true) as may_insert,
           rights.may_update,
           coalesce(rights.may_delete, false) as may_delete
      from pg_class c
      left join jalon.table_rights rights on rights.table_name = c.relname
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
    execute format('grant select on public.%I to jalon_app', tenant.name);
    if tenant.may_insert then
      execute format('grant insert on public.%I to jalon_app', tenant.name);
    end if;
    if tenant.may_update is null then
      execute format('grant update on public.%I to jalon_app', tenant.name);
    elsif cardinality(tenant.may_update) > 0 then
      execute format('grant update (%s) on public.%I to jalon_app',
        (select string_agg(quote_ident(listed), ', ') from unnest(tenant.may_update) listed), tenant.name);
    end if;
    if tenant.may_delete then
      execute format('grant delete on public.%I to jalon_app', tenant.name);
    end if;
  end loop;
  grant usage on schema public, jalon to jalon_app, jalon_system;
  grant select, insert, update, delete on all tables in schema public to jalon_system;
  revoke update, delete on public.audit_event from jalon_system;
  grant execute on all functions in schema jalon to jalon_app, jalon_system;
end $$;

select jalon.secure_tables();
