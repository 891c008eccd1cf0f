-- CreateTable
CREATE TABLE "path_change" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "module_run_id" UUID NOT NULL,
    "is_joined" BOOLEAN NOT NULL,
    "changed_by_user_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "path_change_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "path_change_centre_id_changed_at_idx" ON "path_change"("centre_id", "changed_at");

-- CreateIndex
CREATE INDEX "path_change_told_at_idx" ON "path_change"("told_at");

-- AddForeignKey
ALTER TABLE "path_change" ADD CONSTRAINT "path_change_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "path_change" ADD CONSTRAINT "path_change_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

insert into jalon.table_rights (table_name, may_delete) values ('path_change', true);
select jalon.secure_tables();
