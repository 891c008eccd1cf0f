-- CreateEnum
CREATE TYPE "extra_time_kind" AS ENUM ('none', 'third', 'half', 'minutes');

-- AlterTable
ALTER TABLE "assessment_result" ADD COLUMN     "event_id" UUID;

-- AlterTable
ALTER TABLE "summons" ADD COLUMN     "event_id" UUID;

-- CreateTable
CREATE TABLE "assessment_event" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "slot_id" UUID,
    "held_on" DATE NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "mode" "slot_mode" NOT NULL DEFAULT 'on_site',
    "room_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_event_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "assessment_event_assessor" (
    "centre_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "assessment_event_assessor_pkey" PRIMARY KEY ("centre_id","event_id","person_id")
);

-- CreateTable
CREATE TABLE "assessment_event_candidate" (
    "centre_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "assessment_codes" TEXT[],
    "extra_time_kind" "extra_time_kind" NOT NULL DEFAULT 'none',
    "extra_minutes" INTEGER,
    "extra_time_evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assessment_event_candidate_pkey" PRIMARY KEY ("centre_id","event_id","enrolment_id")
);

-- CreateIndex
CREATE INDEX "assessment_event_centre_id_cohort_id_held_on_idx" ON "assessment_event"("centre_id", "cohort_id", "held_on");

-- CreateIndex
CREATE INDEX "assessment_event_centre_id_held_on_idx" ON "assessment_event"("centre_id", "held_on");

-- CreateIndex
CREATE INDEX "assessment_event_assessor_centre_id_person_id_idx" ON "assessment_event_assessor"("centre_id", "person_id");

-- CreateIndex
CREATE INDEX "assessment_event_candidate_centre_id_enrolment_id_idx" ON "assessment_event_candidate"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "assessment_result_centre_id_event_id_idx" ON "assessment_result"("centre_id", "event_id");

-- CreateIndex
CREATE INDEX "summons_centre_id_event_id_idx" ON "summons"("centre_id", "event_id");

-- AddForeignKey
ALTER TABLE "assessment_event" ADD CONSTRAINT "assessment_event_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event" ADD CONSTRAINT "assessment_event_centre_id_cohort_id_fkey" FOREIGN KEY ("centre_id", "cohort_id") REFERENCES "cohort"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event" ADD CONSTRAINT "assessment_event_centre_id_room_id_fkey" FOREIGN KEY ("centre_id", "room_id") REFERENCES "room"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event_assessor" ADD CONSTRAINT "assessment_event_assessor_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event_assessor" ADD CONSTRAINT "assessment_event_assessor_centre_id_event_id_fkey" FOREIGN KEY ("centre_id", "event_id") REFERENCES "assessment_event"("centre_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event_assessor" ADD CONSTRAINT "assessment_event_assessor_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event_candidate" ADD CONSTRAINT "assessment_event_candidate_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event_candidate" ADD CONSTRAINT "assessment_event_candidate_centre_id_event_id_fkey" FOREIGN KEY ("centre_id", "event_id") REFERENCES "assessment_event"("centre_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_event_candidate" ADD CONSTRAINT "assessment_event_candidate_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_result" ADD CONSTRAINT "assessment_result_centre_id_event_id_fkey" FOREIGN KEY ("centre_id", "event_id") REFERENCES "assessment_event"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "summons" ADD CONSTRAINT "summons_centre_id_event_id_fkey" FOREIGN KEY ("centre_id", "event_id") REFERENCES "assessment_event"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

insert into jalon.table_rights (table_name, may_delete) values
  ('assessment_event', true),
  ('assessment_event_assessor', true),
  ('assessment_event_candidate', true);
select jalon.secure_tables();
