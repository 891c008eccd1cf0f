-- CreateTable
CREATE TABLE "transfer" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "credential" TEXT NOT NULL,
    "issuer_key_id" UUID NOT NULL,
    "written_by_user_id" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "transfer_centre_id_enrolment_id_idx" ON "transfer"("centre_id", "enrolment_id");

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_centre_id_issuer_key_id_fkey" FOREIGN KEY ("centre_id", "issuer_key_id") REFERENCES "issuer_key"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was handed over is signed: a later one is written, none is changed.
insert into jalon.table_rights (table_name, may_update) values ('transfer', '{}');
select jalon.secure_tables();
