-- CreateTable
CREATE TABLE "self_assessment" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "block_code" TEXT NOT NULL,
    "ratings" JSONB NOT NULL,
    "comments" JSONB NOT NULL DEFAULT '{}',
    "comment" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "self_assessment_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "self_assessment_centre_id_enrolment_id_idx" ON "self_assessment"("centre_id", "enrolment_id");

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One draft at a time for a learner and a block.
create unique index self_assessment_one_draft on public.self_assessment (centre_id, enrolment_id, block_code)
  where sent_at is null;

-- Sent, it never changes but for the one that takes its place; drafts too are kept.
create function jalon.keep_sent_self_assessment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform jalon.refuse('a self-assessment is never deleted');
  end if;
  if old.sent_at is null then
    return new;
  end if;
  if old.superseded_by_id is not null
     or to_jsonb(new) - 'superseded_by_id' is distinct from to_jsonb(old) - 'superseded_by_id' then
    perform jalon.refuse('a self-assessment that was sent never changes');
  end if;
  return new;
end $$;
create trigger self_assessment_keep_sent before update or delete on public.self_assessment
  for each row execute function jalon.keep_sent_self_assessment();
create trigger self_assessment_superseded_by_its_own before insert or update of superseded_by_id on public.self_assessment
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('enrolment_id', 'block_code');

select jalon.secure_tables();
