-- A request filed or transmitted can be withdrawn, and an answer written by mistake rectified: the former
-- answer is kept, as it stood, beside the one that took its place.

-- AlterEnum
ALTER TYPE "dispensation_state" ADD VALUE 'withdrawn';

-- AlterTable
ALTER TABLE "dispensation" ADD COLUMN     "withdrawal_motive" TEXT,
ADD COLUMN     "withdrawn_on" DATE;

-- CreateTable
CREATE TABLE "dispensation_rectification" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dispensation_id" UUID NOT NULL,
    "former_state" "dispensation_state" NOT NULL,
    "former_granted_minutes" INTEGER NOT NULL,
    "former_decided_on" DATE NOT NULL,
    "former_reference" TEXT,
    "former_motive" TEXT,
    "former_typed_in" BOOLEAN NOT NULL,
    "because" TEXT NOT NULL,
    "rectified_by_user_id" TEXT NOT NULL,
    "rectified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispensation_rectification_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE INDEX "dispensation_rectification_centre_id_dispensation_id_idx" ON "dispensation_rectification"("centre_id", "dispensation_id");

-- AddForeignKey
ALTER TABLE "dispensation_rectification" ADD CONSTRAINT "dispensation_rectification_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dispensation_rectification" ADD CONSTRAINT "dispensation_rectification_centre_id_dispensation_id_fkey" FOREIGN KEY ("centre_id", "dispensation_id") REFERENCES "dispensation"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

insert into jalon.table_rights (table_name, may_update) values ('dispensation_rectification', '{}');

-- The branch's answer never changes without a trace: what it said is written down first.
create function jalon.keep_former_answer() returns trigger language plpgsql as $$
begin
  if old.decided_on is not null
     and (old.state, old.granted_minutes, old.decided_on, old.reference, old.motive)
         is distinct from (new.state, new.granted_minutes, new.decided_on, new.reference, new.motive)
     and not exists (
       select from public.dispensation_rectification former
        where former.centre_id = old.centre_id
          and former.dispensation_id = old.id
          and (former.former_state, former.former_granted_minutes, former.former_decided_on)
              is not distinct from (old.state, old.granted_minutes, old.decided_on)
          and (former.former_reference, former.former_motive)
              is not distinct from (old.reference, old.motive)) then
    perform jalon.refuse('an answer to a dispensation is rectified, its former version kept');
  end if;
  return new;
end $$;
create trigger dispensation_keep_former_answer before update on public.dispensation
  for each row execute function jalon.keep_former_answer();

select jalon.secure_tables();
