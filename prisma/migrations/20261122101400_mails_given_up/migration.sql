-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "given_up_at" TIMESTAMPTZ(3);

-- Refused mails of which the queue no longer tries anything: the office sees them and may send them again.
update "mail" set "failing_since" = "created_at", "given_up_at" = now()
 where "sent_at" is null and "failure" is not null and "created_at" < now() - interval '10 minutes';
