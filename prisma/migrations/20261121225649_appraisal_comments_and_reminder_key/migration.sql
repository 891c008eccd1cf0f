-- DropIndex
DROP INDEX "reminder_centre_id_kind_subject_id_recipient_email_lead_key";

-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "comments" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "deadline_suspension" ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "removed_motive" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "reminder_centre_id_kind_subject_id_due_on_recipient_email_l_key" ON "reminder"("centre_id", "kind", "subject_id", "due_on", "recipient_email", "lead");
