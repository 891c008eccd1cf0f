-- CreateEnum
CREATE TYPE "funding_answer" AS ENUM ('accepted', 'refused');

-- CreateTable
CREATE TABLE "funding_request" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "reference" TEXT,
    "answer" "funding_answer",
    "answered_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "funding_request_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "funding_request_centre_id_enrolment_id_idx" ON "funding_request"("centre_id", "enrolment_id");

-- AddForeignKey
ALTER TABLE "funding_request" ADD CONSTRAINT "funding_request_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "funding_request" ADD CONSTRAINT "funding_request_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();
