-- CreateTable
CREATE TABLE "notice" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jury_session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "document_id" UUID,
    "mail_id" UUID,
    "created_by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "notice_centre_id_jury_session_id_idx" ON "notice"("centre_id", "jury_session_id");

-- CreateIndex
CREATE INDEX "notice_centre_id_enrolment_id_idx" ON "notice"("centre_id", "enrolment_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_centre_id_jury_session_id_fkey" FOREIGN KEY ("centre_id", "jury_session_id") REFERENCES "jury_session"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_centre_id_document_id_fkey" FOREIGN KEY ("centre_id", "document_id") REFERENCES "document"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_centre_id_mail_id_fkey" FOREIGN KEY ("centre_id", "mail_id") REFERENCES "mail"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What a candidate was told stays as it was told: only the file and the mail that carry it are noted.
insert into jalon.table_rights (table_name, may_update) values ('notice', '{document_id,mail_id}');
select jalon.secure_tables();
