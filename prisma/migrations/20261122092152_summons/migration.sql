-- CreateTable
CREATE TABLE "summons" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "content" JSONB,
    "mail_id" UUID,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "summons_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "mail_attachment" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mail_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,

    CONSTRAINT "mail_attachment_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "summons_centre_id_enrolment_id_idx" ON "summons"("centre_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_attachment_centre_id_mail_id_document_id_key" ON "mail_attachment"("centre_id", "mail_id", "document_id");

-- AddForeignKey
ALTER TABLE "summons" ADD CONSTRAINT "summons_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "summons" ADD CONSTRAINT "summons_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "summons" ADD CONSTRAINT "summons_centre_id_mail_id_fkey" FOREIGN KEY ("centre_id", "mail_id") REFERENCES "mail"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_centre_id_mail_id_fkey" FOREIGN KEY ("centre_id", "mail_id") REFERENCES "mail"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_centre_id_document_id_fkey" FOREIGN KEY ("centre_id", "document_id") REFERENCES "document"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

select jalon.secure_tables();
