-- AlterTable
ALTER TABLE "jury_session" ADD COLUMN     "incidents" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "jury_minutes" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jury_session_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jury_minutes_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "jury_minutes_centre_id_jury_session_id_key" ON "jury_minutes"("centre_id", "jury_session_id");

-- AddForeignKey
ALTER TABLE "jury_minutes" ADD CONSTRAINT "jury_minutes_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_minutes" ADD CONSTRAINT "jury_minutes_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();

create trigger jury_minutes_append_only before update or delete on public.jury_minutes
  for each row execute function jalon.forbid_change();
create trigger document_append_only before update or delete on public.document
  for each row execute function jalon.forbid_change();

-- Superseding is how a decision changes, so it too ends with the session: otherwise marking a row
-- as superseded would quietly take a decision out of a closed jury.
create trigger jury_decision_superseded_while_open before update on public.jury_decision
  for each row execute function jalon.only_while_jury_is_open();
