-- A centre keeps its own table of who may ask to be dispensed of what, and a request says from which line it
-- was started and which papers of that line are still to be gathered.

-- AlterTable
ALTER TABLE "dispensation" ADD COLUMN     "evidence_items" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "rule_id" UUID,
ADD COLUMN     "started_from" TEXT;

-- CreateTable
CREATE TABLE "dispensation_rule" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "profile" "entry_profile",
    "diploma" TEXT,
    "block_code" TEXT NOT NULL,
    "module_code" TEXT,
    "evidence" TEXT[],
    "reference" TEXT NOT NULL,
    "referenced_on" DATE NOT NULL,
    "withdrawn_on" DATE,
    "withdrawal_motive" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dispensation_rule_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "dispensation_rule_centre_id_framework_version_id_idx" ON "dispensation_rule"("centre_id", "framework_version_id");

-- CreateIndex
CREATE INDEX "dispensation_centre_id_rule_id_idx" ON "dispensation"("centre_id", "rule_id");

-- AddForeignKey
ALTER TABLE "dispensation" ADD CONSTRAINT "dispensation_centre_id_rule_id_fkey" FOREIGN KEY ("centre_id", "rule_id") REFERENCES "dispensation_rule"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispensation_rule" ADD CONSTRAINT "dispensation_rule_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispensation_rule" ADD CONSTRAINT "dispensation_rule_centre_id_framework_version_id_fkey" FOREIGN KEY ("centre_id", "framework_version_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A line goes with the draft of the version that it is about, and with nothing else: it is withdrawn.
insert into jalon.table_rights (table_name, may_delete) values ('dispensation_rule', true);

select jalon.secure_tables();
