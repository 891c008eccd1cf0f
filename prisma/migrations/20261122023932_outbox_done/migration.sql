-- AlterTable
ALTER TABLE "outbox_job" ADD COLUMN     "done_at" TIMESTAMPTZ(3);

update "outbox_job" set "done_at" = "sent_at" where "sent_at" is not null;
-- What the relay looks for each half-minute: handed over and not done.
create index "outbox_job_not_done" on "outbox_job" ("sent_at") where "done_at" is null;
