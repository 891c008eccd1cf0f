-- AlterEnum
ALTER TYPE "certificate_kind" ADD VALUE 'block_attestation';

-- AlterTable
ALTER TABLE "certificate" ADD COLUMN     "block_code" TEXT;

-- CreateTable
CREATE TABLE "certificate_statement" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "public_code" TEXT NOT NULL,
    "credential" TEXT NOT NULL,
    "issuer_key_id" UUID NOT NULL,
    "status_list" INTEGER NOT NULL,
    "status_index" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_statement_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "certificate_revocation" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "motive" TEXT NOT NULL,
    "revoked_by_user_id" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_revocation_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "issuer_key" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "sealed_private_key" TEXT,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "issuer_key_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "certificate_statement_centre_id_certificate_id_key" ON "certificate_statement"("centre_id", "certificate_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_statement_centre_id_status_list_status_index_key" ON "certificate_statement"("centre_id", "status_list", "status_index");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_statement_public_code_key" ON "certificate_statement"("public_code");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_revocation_centre_id_certificate_id_key" ON "certificate_revocation"("centre_id", "certificate_id");

-- AddForeignKey
ALTER TABLE "certificate_statement" ADD CONSTRAINT "certificate_statement_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate_statement" ADD CONSTRAINT "certificate_statement_centre_id_certificate_id_fkey" FOREIGN KEY ("centre_id", "certificate_id") REFERENCES "certificate"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate_statement" ADD CONSTRAINT "certificate_statement_centre_id_issuer_key_id_fkey" FOREIGN KEY ("centre_id", "issuer_key_id") REFERENCES "issuer_key"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate_revocation" ADD CONSTRAINT "certificate_revocation_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "certificate_revocation" ADD CONSTRAINT "certificate_revocation_centre_id_certificate_id_fkey" FOREIGN KEY ("centre_id", "certificate_id") REFERENCES "certificate"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "issuer_key" ADD CONSTRAINT "issuer_key_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One current document about the same thing: the end of the course, or one block.
alter table public.certificate drop constraint certificate_one_current;
alter table public.certificate add constraint certificate_one_current
  exclude using btree (centre_id with =, enrolment_id with =, kind with =, (coalesce(block_code, '')) with =)
  where (superseded_by_id is null) deferrable initially deferred;
-- As text: a value added to a type cannot be used in the transaction that adds it.
alter table public.certificate add constraint certificate_of_a_block
  check ((block_code is not null) = (kind::text = 'block_attestation'));
drop trigger certificate_superseded_by_its_own on public.certificate;
create trigger certificate_superseded_by_its_own before insert or update of superseded_by_id on public.certificate
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('enrolment_id', 'kind', 'block_code');

-- What a certificate says and that it was revoked are written once.
create trigger certificate_statement_append_only before update or delete on public.certificate_statement
  for each row execute function jalon.forbid_change();
create trigger certificate_revocation_append_only before update or delete on public.certificate_revocation
  for each row execute function jalon.forbid_change();

-- One key signs at a time. Retired, it signs no more and keeps its public half.
create unique index issuer_key_current on public.issuer_key (centre_id) where retired_at is null;
alter table public.issuer_key add constraint issuer_key_retired_without_private_half
  check ((retired_at is null) = (sealed_private_key is not null));
create function jalon.keep_issuer_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.retired_at is not null
     or to_jsonb(new) - 'retired_at' - 'sealed_private_key'
        is distinct from to_jsonb(old) - 'retired_at' - 'sealed_private_key' then
    perform jalon.refuse('a key that has signed is retired, never changed');
  end if;
  return new;
end $$;
create trigger issuer_key_keep before update or delete on public.issuer_key
  for each row execute function jalon.keep_issuer_key();

-- Forces row-level security on every table that carries a centre, and gives the two login roles
-- their rights. Idempotent.
create or replace function jalon.secure_tables() returns void language plpgsql as $$
declare
  tenant record;
  append_only constant text[] := array[
    'audit_event', 'attendance_sheet', 'certificate_statement', 'certificate_revocation'];
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
