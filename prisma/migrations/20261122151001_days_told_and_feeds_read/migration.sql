-- AlterTable
ALTER TABLE "calendar_feed" ADD COLUMN     "last_read_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "told_day" (
    "centre_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_on" DATE NOT NULL,

    CONSTRAINT "told_day_pkey" PRIMARY KEY ("centre_id","subject_id","rank")
);

-- AddForeignKey
ALTER TABLE "told_day" ADD CONSTRAINT "told_day_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();
