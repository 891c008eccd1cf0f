-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "campaign_id" UUID;

-- CreateTable
CREATE TABLE "appraisal_campaign" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "block_codes" TEXT[],
    "planned_by_user_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appraisal_campaign_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_campaign_centre_id_cohort_id_label_key" ON "appraisal_campaign"("centre_id", "cohort_id", "label");

-- CreateIndex
CREATE INDEX "appraisal_centre_id_campaign_id_idx" ON "appraisal"("centre_id", "campaign_id");

-- AddForeignKey
ALTER TABLE "appraisal_campaign" ADD CONSTRAINT "appraisal_campaign_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal_campaign" ADD CONSTRAINT "appraisal_campaign_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_centre_id_campaign_id_fkey" FOREIGN KEY ("centre_id", "campaign_id") REFERENCES "appraisal_campaign"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table public.appraisal_campaign add constraint appraisal_campaign_leaves_time check (due_on > opens_on);
alter table public.appraisal_campaign add constraint appraisal_campaign_asks check (cardinality(block_codes) > 0);

-- Taken back before it opens; once it has asked, its requests hold it.
insert into jalon.table_rights (table_name, may_delete) values ('appraisal_campaign', true);
select jalon.secure_tables();
