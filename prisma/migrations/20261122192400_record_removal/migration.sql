-- CreateTable
CREATE TABLE "record_removal" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "assessment_result_id" UUID,
    "credential_id" UUID,
    "motive" TEXT NOT NULL,
    "removed_by_user_id" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_removal_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "record_removal_centre_id_assessment_result_id_key" ON "record_removal"("centre_id", "assessment_result_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_removal_centre_id_credential_id_key" ON "record_removal"("centre_id", "credential_id");

-- AddForeignKey
ALTER TABLE "record_removal" ADD CONSTRAINT "record_removal_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "record_removal" ADD CONSTRAINT "record_removal_centre_id_assessment_result_id_fkey" FOREIGN KEY ("centre_id", "assessment_result_id") REFERENCES "assessment_result"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "record_removal" ADD CONSTRAINT "record_removal_centre_id_credential_id_fkey" FOREIGN KEY ("centre_id", "credential_id") REFERENCES "credential"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A removal is of one row, and is never changed.
alter table public.record_removal add constraint record_removal_of_one
  check (num_nonnulls(assessment_result_id, credential_id) = 1);
insert into jalon.table_rights (table_name, may_update) values ('record_removal', '{}');
select jalon.secure_tables();

-- A result or a credential written down for the wrong person is superseded by its own removal: it
-- counts no more, and nothing takes its place.
create or replace function jalon.superseded_by_its_own() returns trigger language plpgsql as $$
declare
  successor jsonb;
  column_name text;
begin
  if tg_table_name in ('assessment_result', 'credential') and exists (
    select from public.record_removal
     where centre_id = new.centre_id and id = new.superseded_by_id
       and new.id = case tg_table_name when 'credential' then credential_id else assessment_result_id end)
  then
    return new;
  end if;
  execute format('select to_jsonb(s) from public.%I s where centre_id = $1 and id = $2 for share', tg_table_name)
     into successor using new.centre_id, new.superseded_by_id;
  foreach column_name in array tg_argv loop
    if successor -> column_name is distinct from to_jsonb(new) -> column_name then
      perform jalon.refuse(format('a row of %s is superseded by a row about the same thing', tg_table_name));
    end if;
  end loop;
  if new.superseded_by_id = new.id or successor ->> 'superseded_by_id' is not null then
    perform jalon.refuse(format('a row of %s is superseded by a row that stands', tg_table_name));
  end if;
  if successor ? 'signed_at' and successor ->> 'signed_at' is null then
    perform jalon.refuse(format('a row of %s is superseded by a signed one', tg_table_name));
  end if;
  return new;
end $$;
