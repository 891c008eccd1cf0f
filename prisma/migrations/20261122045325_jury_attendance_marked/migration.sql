-- AlterTable
ALTER TABLE "jury_member" ADD COLUMN     "invited_at" TIMESTAMPTZ(3),
ALTER COLUMN "is_present" DROP NOT NULL,
ALTER COLUMN "is_present" DROP DEFAULT;

-- Who was present was filled in by default: before a session opens nobody has marked it.
-- `secure_tables` below forces row-level security on the owner again.
alter table public.jury_member no force row level security;
alter table public.jury_session no force row level security;
update public.jury_member m set is_present = null
  from public.jury_session s
 where s.centre_id = m.centre_id and s.id = m.jury_session_id
   and s.state = 'prepared' and m.is_present;
set constraints all immediate;
select jalon.secure_tables();
