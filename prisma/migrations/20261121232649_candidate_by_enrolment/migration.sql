-- CreateIndex
CREATE INDEX "jury_candidate_centre_id_enrolment_id_idx" ON "jury_candidate"("centre_id", "enrolment_id");
