-- CreateEnum
CREATE TYPE "plan_search_kind" AS ENUM ('year', 'repair');

-- CreateEnum
CREATE TYPE "plan_search_state" AS ENUM ('queued', 'searching', 'found', 'impossible', 'cancelled', 'failed', 'accepted');

-- AlterTable
ALTER TABLE "module_run" ADD COLUMN     "group_number" INTEGER;

-- AlterTable
ALTER TABLE "slot" ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "room_id" UUID;

-- CreateTable
CREATE TABLE "plan_search" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "plan_search_kind" NOT NULL,
    "state" "plan_search_state" NOT NULL DEFAULT 'queued',
    "cohort_ids" UUID[],
    "request" JSONB NOT NULL,
    "progress" JSONB,
    "result" JSONB,
    "fingerprint" TEXT,
    "asked_by_user_id" TEXT NOT NULL,
    "cancel_asked_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_search_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "room" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "equipment" TEXT[],
    "archived_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "room_closure" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_closure_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "trainer_profile" (
    "centre_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "mornings" INTEGER[],
    "afternoons" INTEGER[],
    "avoided_mornings" INTEGER[],
    "avoided_afternoons" INTEGER[],
    "min_minutes_per_week" INTEGER NOT NULL,
    "max_minutes_per_week" INTEGER NOT NULL,
    "cents_per_hour" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trainer_profile_pkey" PRIMARY KEY ("centre_id","person_id")
);

-- CreateTable
CREATE TABLE "trainer_subject" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "module_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trainer_subject_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "trainer_accreditation" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "credential_code" TEXT NOT NULL,
    "valid_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trainer_accreditation_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "trainer_absence" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "trainer_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trainer_absence_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "room_centre_id_site_id_name_key_key" ON "room"("centre_id", "site_id", "name_key");

-- CreateIndex
CREATE INDEX "room_closure_centre_id_room_id_idx" ON "room_closure"("centre_id", "room_id");

-- CreateIndex
CREATE INDEX "trainer_subject_centre_id_trainer_id_idx" ON "trainer_subject"("centre_id", "trainer_id");

-- CreateIndex
CREATE INDEX "trainer_subject_centre_id_framework_version_id_idx" ON "trainer_subject"("centre_id", "framework_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "trainer_accreditation_centre_id_trainer_id_credential_code_key" ON "trainer_accreditation"("centre_id", "trainer_id", "credential_code");

-- CreateIndex
CREATE INDEX "trainer_absence_centre_id_trainer_id_idx" ON "trainer_absence"("centre_id", "trainer_id");

-- Rooms were free text: each text becomes a room of its cohort's site, with as many seats as the
-- largest cohort that sat there. `secure_tables` below forces row-level security on the owner again.
alter table public.slot no force row level security;
alter table public.cohort no force row level security;
insert into public.room (centre_id, id, site_id, name, name_key, seats, equipment)
select s.centre_id, gen_random_uuid(), c.site_id, min(btrim(s.room)),
       lower(regexp_replace(btrim(s.room), '\s+', ' ', 'g')), max(c.capacity), '{}'
  from public.slot s
  join public.cohort c on c.centre_id = s.centre_id and c.id = s.cohort_id
 where btrim(s.room) <> ''
 group by s.centre_id, c.site_id, lower(regexp_replace(btrim(s.room), '\s+', ' ', 'g'));
update public.slot s set room_id = r.id
  from public.room r, public.cohort c
 where c.centre_id = s.centre_id and c.id = s.cohort_id
   and r.centre_id = s.centre_id and r.site_id = c.site_id
   and r.name_key = lower(regexp_replace(btrim(s.room), '\s+', ' ', 'g'));
set constraints all immediate;
ALTER TABLE "slot" DROP COLUMN "room";

-- CreateIndex
CREATE INDEX "slot_centre_id_room_id_held_on_idx" ON "slot"("centre_id", "room_id", "held_on");

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_centre_id_room_id_fkey" FOREIGN KEY ("centre_id", "room_id") REFERENCES "room"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan_search" ADD CONSTRAINT "plan_search_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_centre_id_site_id_fkey" FOREIGN KEY ("centre_id", "site_id") REFERENCES "site"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "room_closure" ADD CONSTRAINT "room_closure_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "room_closure" ADD CONSTRAINT "room_closure_centre_id_room_id_fkey" FOREIGN KEY ("centre_id", "room_id") REFERENCES "room"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_profile" ADD CONSTRAINT "trainer_profile_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_profile" ADD CONSTRAINT "trainer_profile_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_subject" ADD CONSTRAINT "trainer_subject_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_subject" ADD CONSTRAINT "trainer_subject_centre_id_trainer_id_fkey" FOREIGN KEY ("centre_id", "trainer_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_subject" ADD CONSTRAINT "trainer_subject_centre_id_framework_version_id_fkey" FOREIGN KEY ("centre_id", "framework_version_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_accreditation" ADD CONSTRAINT "trainer_accreditation_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_accreditation" ADD CONSTRAINT "trainer_accreditation_centre_id_trainer_id_fkey" FOREIGN KEY ("centre_id", "trainer_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_absence" ADD CONSTRAINT "trainer_absence_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trainer_absence" ADD CONSTRAINT "trainer_absence_centre_id_trainer_id_fkey" FOREIGN KEY ("centre_id", "trainer_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

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
    'trainer_subject', 'trainer_accreditation', 'trainer_absence'];
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
