-- CreateTable
CREATE TABLE "left_run" (
    "centre_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "module_run_id" UUID NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 1,
    "changed_on" DATE NOT NULL,

    CONSTRAINT "left_run_pkey" PRIMARY KEY ("centre_id","enrolment_id","module_run_id")
);

-- AddForeignKey
ALTER TABLE "left_run" ADD CONSTRAINT "left_run_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "left_run" ADD CONSTRAINT "left_run_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();
