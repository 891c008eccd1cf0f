-- AlterTable
ALTER TABLE "slot_change" ADD COLUMN     "told_at" TIMESTAMPTZ(3),
ALTER COLUMN "before" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "slot_change_told_at_idx" ON "slot_change"("told_at");

-- What was changed before anybody was told stays untold: those concerned have read their calendar since.
alter table public.slot_change no force row level security;
update public.slot_change set told_at = changed_at;
alter table public.slot_change force row level security;
