-- CreateEnum
CREATE TYPE "feed_kind" AS ENUM ('learner', 'trainer', 'tutor', 'cohort', 'room');

-- CreateTable
CREATE TABLE "calendar_feed" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "feed_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_user_id" TEXT,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "slot_change" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "module_run_id" UUID NOT NULL,
    "trainer_id" UUID,
    "room_id" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB,
    "revision" INTEGER NOT NULL,
    "changed_by_user_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_change_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "calendar_feed_centre_id_kind_subject_id_idx" ON "calendar_feed"("centre_id", "kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_secret_hash_key" ON "calendar_feed"("secret_hash");

-- CreateIndex
CREATE INDEX "slot_change_centre_id_changed_at_idx" ON "slot_change"("centre_id", "changed_at");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "slot_change" ADD CONSTRAINT "slot_change_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "slot_change" ADD CONSTRAINT "slot_change_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- One standing address for each person and subject: clicking twice does not make two.
create unique index calendar_feed_standing on public.calendar_feed (centre_id, kind, subject_id, created_by_user_id)
  where revoked_at is null;

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
    'jury_member', 'jury_candidate', 'jury_conflict', 'dispensation', 'room_closure',
    'trainer_subject', 'trainer_accreditation', 'trainer_absence', 'slot_change'];
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

select jalon.secure_tables();
