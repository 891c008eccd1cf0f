-- Each learner's positioning has its trace: never changed, a later one puts it right.

-- CreateEnum
CREATE TYPE "positioning_outcome" AS ENUM ('admitted', 'adapted', 'refused');

-- CreateTable
CREATE TABLE "positioning" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "led_by" TEXT NOT NULL,
    "outcome" "positioning_outcome" NOT NULL,
    "adaptation" TEXT,
    "motive" TEXT,
    "because" TEXT,
    "recorded_by_user_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "positioning_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "positioning_centre_id_enrolment_id_number_key" ON "positioning"("centre_id", "enrolment_id", "number");

-- AddForeignKey
ALTER TABLE "positioning" ADD CONSTRAINT "positioning_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "positioning" ADD CONSTRAINT "positioning_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

insert into jalon.table_rights (table_name, may_update) values ('positioning', '{}');

select jalon.secure_tables();
