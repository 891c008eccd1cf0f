-- CreateEnum
CREATE TYPE "joint_review_role" AS ENUM ('tutor', 'trainer', 'learner');

-- CreateTable
CREATE TABLE "joint_review" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "opened_by_user_id" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "joint_review_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateTable
CREATE TABLE "joint_review_part" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "joint_review_id" UUID NOT NULL,
    "role" "joint_review_role" NOT NULL,
    "person_id" UUID NOT NULL,
    "employment_id" UUID,
    "comment" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3),
    "signed_at" TIMESTAMPTZ(3),
    "signer_name" TEXT,
    "signed_by_user_id" TEXT,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "reminded_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "joint_review_part_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "joint_review_centre_id_enrolment_id_idx" ON "joint_review"("centre_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "joint_review_part_centre_id_joint_review_id_idx" ON "joint_review_part"("centre_id", "joint_review_id");

-- CreateIndex
CREATE INDEX "joint_review_part_centre_id_person_id_idx" ON "joint_review_part"("centre_id", "person_id");

-- AddForeignKey
ALTER TABLE "joint_review" ADD CONSTRAINT "joint_review_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "joint_review" ADD CONSTRAINT "joint_review_centre_id_enrolment_id_fkey" FOREIGN KEY ("centre_id", "enrolment_id") REFERENCES "enrolment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "joint_review_part" ADD CONSTRAINT "joint_review_part_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "joint_review_part" ADD CONSTRAINT "joint_review_part_centre_id_joint_review_id_fkey" FOREIGN KEY ("centre_id", "joint_review_id") REFERENCES "joint_review"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "joint_review_part" ADD CONSTRAINT "joint_review_part_centre_id_person_id_fkey" FOREIGN KEY ("centre_id", "person_id") REFERENCES "person"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "joint_review_part" ADD CONSTRAINT "joint_review_part_centre_id_employment_id_fkey" FOREIGN KEY ("centre_id", "employment_id") REFERENCES "employment"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One review at a time for a learner, and one part of each of the three in it.
create unique index joint_review_one_open on public.joint_review (centre_id, enrolment_id)
  where signed_at is null and withdrawn_at is null;
create unique index joint_review_part_one_each on public.joint_review_part (centre_id, joint_review_id, role)
  where ended_at is null;

-- Signed by all three it never changes, but for the one that takes its place; withdrawn, neither.
create function jalon.keep_signed_joint_review() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or old.superseded_by_id is not null then
    perform jalon.refuse('a joint review that is over never changes');
  end if;
  if old.signed_at is not null
     and to_jsonb(new) - 'superseded_by_id' is distinct from to_jsonb(old) - 'superseded_by_id' then
    perform jalon.refuse('a joint review that all three have signed never changes');
  end if;
  if old.signed_at is null and new.signed_at is not null
     and (select count(*) from public.joint_review_part part
           where part.centre_id = new.centre_id and part.joint_review_id = new.id
             and part.ended_at is null and part.signed_at is not null) < 3 then
    perform jalon.refuse('a joint review is signed once its three parts are');
  end if;
  return new;
end $$;
create trigger joint_review_keep_signed before update on public.joint_review
  for each row execute function jalon.keep_signed_joint_review();
create trigger joint_review_superseded_by_its_own before insert or update of superseded_by_id on public.joint_review
  for each row when (new.superseded_by_id is not null)
  execute function jalon.superseded_by_its_own('enrolment_id', 'held_on');

create function jalon.keep_signed_joint_review_part() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null or old.ended_at is not null then
    perform jalon.refuse('a part of a joint review that was signed or handed over never changes');
  end if;
  return new;
end $$;
create trigger joint_review_part_keep_signed before update on public.joint_review_part
  for each row execute function jalon.keep_signed_joint_review_part();

insert into jalon.table_rights (table_name, may_update) values
  ('joint_review', '{signed_at,withdrawn_at,superseded_by_id}'),
  ('joint_review_part', '{comment,revision,saved_at,signed_at,signer_name,signed_by_user_id,ip_address,user_agent,reminded_at,ended_at}');
select jalon.secure_tables();
