-- CreateEnum
CREATE TYPE "vae_item_code" AS ENUM ('application_form', 'experience_proof', 'admissibility');

-- CreateTable
CREATE TABLE "vae_item" (
    "centre_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "code" "vae_item_code" NOT NULL,
    "settled_on" DATE,
    "reference" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vae_item_pkey" PRIMARY KEY ("centre_id","enrolment_id","code")
);

-- AddForeignKey
ALTER TABLE "vae_item" ADD CONSTRAINT "vae_item_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "vae_item" ADD CONSTRAINT "vae_item_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();
