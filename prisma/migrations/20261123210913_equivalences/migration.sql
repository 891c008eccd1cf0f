-- CreateEnum
CREATE TYPE "equivalence_outcome" AS ENUM ('approved', 'refused');

-- CreateTable
CREATE TABLE "equivalence" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "followed_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "acquired_decision_id" UUID NOT NULL,
    "acquired_under_id" UUID NOT NULL,
    "acquired_block_code" TEXT NOT NULL,
    "motive" TEXT NOT NULL,
    "requested_by_user_id" TEXT NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "equivalence_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "equivalence_answer" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "equivalence_id" UUID NOT NULL,
    "outcome" "equivalence_outcome" NOT NULL,
    "motive" TEXT,
    "answered_on" DATE NOT NULL,
    "answered_by_user_id" TEXT NOT NULL,
    "answered_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "equivalence_answer_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "equivalence_centre_id_enrolment_id_idx" ON "equivalence"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "equivalence_centre_id_acquired_decision_id_idx" ON "equivalence"("centre_id", "acquired_decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "equivalence_answer_centre_id_equivalence_id_key" ON "equivalence_answer"("centre_id", "equivalence_id");

-- AddForeignKey
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_centre_id_followed_id_fkey" FOREIGN KEY ("centre_id", "followed_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_centre_id_acquired_under_id_fkey" FOREIGN KEY ("centre_id", "acquired_under_id") REFERENCES "framework_version"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_centre_id_acquired_decision_id_fkey" FOREIGN KEY ("centre_id", "acquired_decision_id") REFERENCES "jury_decision"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "equivalence_answer" ADD CONSTRAINT "equivalence_answer_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "equivalence_answer" ADD CONSTRAINT "equivalence_answer_centre_id_equivalence_id_fkey" FOREIGN KEY ("centre_id", "equivalence_id") REFERENCES "equivalence"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- What was asked and what was answered stay written; a block is asked again by a new request.
insert into jalon.table_rights (table_name, may_update) values
  ('equivalence', '{}'),
  ('equivalence_answer', '{}');

select jalon.secure_tables();
