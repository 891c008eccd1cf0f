-- CreateEnum
CREATE TYPE "signature_method" AS ENUM ('own', 'paper');

-- AlterTable
ALTER TABLE "jury_minutes" ADD COLUMN     "content_sha256" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "jury_signature" (
    "centre_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "method" "signature_method" NOT NULL,
    "signed_on" DATE NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "written_by_user_id" TEXT NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "jury_signature_pkey" PRIMARY KEY ("centre_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "jury_signature_centre_id_minutes_id_member_id_key" ON "jury_signature"("centre_id", "minutes_id", "member_id");

-- AddForeignKey
ALTER TABLE "jury_signature" ADD CONSTRAINT "jury_signature_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_signature" ADD CONSTRAINT "jury_signature_centre_id_minutes_id_fkey" FOREIGN KEY ("centre_id", "minutes_id") REFERENCES "jury_minutes"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "jury_signature" ADD CONSTRAINT "jury_signature_centre_id_member_id_fkey" FOREIGN KEY ("centre_id", "member_id") REFERENCES "jury_member"("centre_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What members sign is the content as the database keeps it: anyone can reckon the hash again.
create function jalon.minutes_sha256(content jsonb) returns text
  language sql immutable as $$ select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') $$;

create function jalon.seal_minutes() returns trigger language plpgsql as $$
begin
  new.content_sha256 := jalon.minutes_sha256(new.content);
  return new;
end $$;
create trigger jury_minutes_sealed before insert on public.jury_minutes
  for each row execute function jalon.seal_minutes();

-- `secure_tables` below forces row-level security on the owner again.
alter table public.jury_minutes no force row level security;
alter table public.jury_minutes disable trigger user;
update public.jury_minutes set content_sha256 = jalon.minutes_sha256(content);
set constraints all immediate;
alter table public.jury_minutes enable trigger user;

-- A signature is of someone who sat in that session, over the content as it stands; their own one is
-- written by a login that is theirs, so that nobody signs for another.
create function jalon.check_jury_signature() returns trigger language plpgsql as $$
declare
  minutes public.jury_minutes;
  seat public.jury_member;
begin
  select * into minutes from public.jury_minutes
   where centre_id = new.centre_id and id = new.minutes_id;
  select * into seat from public.jury_member
   where centre_id = new.centre_id and id = new.member_id;
  if seat.jury_session_id is distinct from minutes.jury_session_id or seat.is_present is not true then
    perform jalon.refuse('minutes are signed by those who were present');
  end if;
  if new.content_sha256 is distinct from minutes.content_sha256 then
    perform jalon.refuse('a signature is over the minutes as they stand');
  end if;
  if new.method = 'own' and not exists (
    select from public.membership m
     where m.centre_id = new.centre_id and m.user_id = new.written_by_user_id
       and m.person_id = seat.person_id and m.ended_at is null) then
    perform jalon.refuse('nobody signs for another');
  end if;
  return new;
end $$;
create trigger jury_signature_checked before insert on public.jury_signature
  for each row execute function jalon.check_jury_signature();
create trigger jury_signature_append_only before update or delete on public.jury_signature
  for each row execute function jalon.forbid_change();

insert into jalon.table_rights (table_name, may_update) values ('jury_signature', '{}'), ('jury_minutes', '{}');
select jalon.secure_tables();
