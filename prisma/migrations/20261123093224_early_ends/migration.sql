-- CreateTable
CREATE TABLE "early_end" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "ended_on" DATE NOT NULL,
    "declared_on" DATE NOT NULL,
    "reference" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "early_end_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "early_end_centre_id_enrolment_id_ended_on_key" ON "early_end"("centre_id", "enrolment_id", "ended_on");

-- AddForeignKey
ALTER TABLE "early_end" ADD CONSTRAINT "early_end_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "early_end" ADD CONSTRAINT "early_end_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();
