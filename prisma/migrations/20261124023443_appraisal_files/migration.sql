-- CreateTable
CREATE TABLE "appraisal_file" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "attached_by_user_id" TEXT NOT NULL,
    "attached_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appraisal_file_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_file_centre_id_appraisal_id_number_key" ON "appraisal_file"("centre_id", "appraisal_id", "number");

-- AddForeignKey
ALTER TABLE "appraisal_file" ADD CONSTRAINT "appraisal_file_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal_file" ADD CONSTRAINT "appraisal_file_centre_id_appraisal_id_fkey" FOREIGN KEY ("centre_id", "appraisal_id") REFERENCES "appraisal"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appraisal_file" ADD CONSTRAINT "appraisal_file_centre_id_document_id_fkey" FOREIGN KEY ("centre_id", "document_id") REFERENCES "document"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A scan is never changed: the next one takes its place.
insert into jalon.table_rights (table_name, may_update) values ('appraisal_file', '{}');
select jalon.secure_tables();
