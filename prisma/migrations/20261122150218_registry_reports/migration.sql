-- CreateEnum
CREATE TYPE "registry_answer" AS ENUM ('accepted', 'rejected');

-- CreateTable
CREATE TABLE "registry_settings" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "emitter_client_id" TEXT NOT NULL,
    "certifier_client_id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "asks_for_nir" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registry_settings_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "registry_report" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "emitter_client_id" TEXT NOT NULL,
    "certifier_client_id" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "has_nir" BOOLEAN NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "produced_at" TIMESTAMPTZ(3) NOT NULL,
    "produced_by_user_id" TEXT NOT NULL,
    "sha256" TEXT,
    "size_bytes" INTEGER,
    "document_id" UUID,

    CONSTRAINT "registry_report_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "registry_entry" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "content" JSON NOT NULL,
    "sealed_nir" TEXT,
    "answer" "registry_answer",
    "message" TEXT,
    "acknowledgement_id" UUID,

    CONSTRAINT "registry_entry_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "registry_acknowledgement" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "treatment_id" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "accepted_count" INTEGER NOT NULL,
    "rejected_count" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by_user_id" TEXT NOT NULL,

    CONSTRAINT "registry_acknowledgement_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "sealed_nir" (
    "centre_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by_user_id" TEXT NOT NULL,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "sealed_nir_pkey" PRIMARY KEY ("centre_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "registry_settings_centre_id_key" ON "registry_settings"("centre_id");

-- CreateIndex
CREATE INDEX "registry_entry_centre_id_enrolment_id_idx" ON "registry_entry"("centre_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_entry_centre_id_report_id_enrolment_id_key" ON "registry_entry"("centre_id", "report_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_acknowledgement_centre_id_report_id_treatment_id_key" ON "registry_acknowledgement"("centre_id", "report_id", "treatment_id");

-- AddForeignKey
ALTER TABLE "registry_settings" ADD CONSTRAINT "registry_settings_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_report" ADD CONSTRAINT "registry_report_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_report" ADD CONSTRAINT "registry_report_centre_id_document_id_fkey" FOREIGN KEY ("centre_id", "document_id") REFERENCES "document"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_entry" ADD CONSTRAINT "registry_entry_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_entry" ADD CONSTRAINT "registry_entry_centre_id_report_id_fkey" FOREIGN KEY ("centre_id", "report_id") REFERENCES "registry_report"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_entry" ADD CONSTRAINT "registry_entry_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_entry" ADD CONSTRAINT "registry_entry_centre_id_certificate_id_fkey" FOREIGN KEY ("centre_id", "certificate_id") REFERENCES "certificate"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_entry" ADD CONSTRAINT "registry_entry_centre_id_acknowledgement_id_fkey" FOREIGN KEY ("centre_id", "acknowledgement_id") REFERENCES "registry_acknowledgement"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_acknowledgement" ADD CONSTRAINT "registry_acknowledgement_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_acknowledgement" ADD CONSTRAINT "registry_acknowledgement_centre_id_report_id_fkey" FOREIGN KEY ("centre_id", "report_id") REFERENCES "registry_report"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_acknowledgement" ADD CONSTRAINT "registry_acknowledgement_centre_id_document_id_fkey" FOREIGN KEY ("centre_id", "document_id") REFERENCES "document"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_nir" ADD CONSTRAINT "sealed_nir_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_nir" ADD CONSTRAINT "sealed_nir_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Somebody who was sent is not sent again before the registry has answered, and never once accepted.
create unique index registry_entry_standing on public.registry_entry (centre_id, enrolment_id)
  where answer is null or answer = 'accepted';

-- A file never changes once made: its entries are counted and its fingerprint filled once, right after.
create function jalon.keep_registry_report() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.sha256 is not null
     or to_jsonb(new) - 'entry_count' - 'sha256' - 'size_bytes' - 'document_id'
        is distinct from to_jsonb(old) - 'entry_count' - 'sha256' - 'size_bytes' - 'document_id' then
    perform jalon.refuse('a file made for the registry never changes');
  end if;
  return new;
end $$;
create trigger registry_report_keep before update or delete on public.registry_report
  for each row execute function jalon.keep_registry_report();

-- What was said of somebody stays; the answer comes once, and with it the number goes.
create function jalon.keep_registry_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.answer is not null
     or (new.sealed_nir is not null and new.sealed_nir is distinct from old.sealed_nir)
     or (to_jsonb(new) - 'answer' - 'message' - 'acknowledgement_id' - 'sealed_nir')
        is distinct from (to_jsonb(old) - 'answer' - 'message' - 'acknowledgement_id' - 'sealed_nir') then
    perform jalon.refuse('what was sent to the registry never changes');
  end if;
  return new;
end $$;
create trigger registry_entry_keep before update or delete on public.registry_entry
  for each row execute function jalon.keep_registry_entry();

create trigger registry_acknowledgement_append_only
  before update or delete on public.registry_acknowledgement
  for each row execute function jalon.forbid_change();

select jalon.secure_tables();
