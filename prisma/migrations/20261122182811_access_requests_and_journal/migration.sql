-- CreateTable
CREATE TABLE "access_request" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_centre_id_action_seq_idx" ON "audit_event"("centre_id", "action", "seq");

-- CreateIndex
CREATE INDEX "audit_event_centre_id_at_idx" ON "audit_event"("centre_id", "at");

alter table public.access_request add constraint access_request_kind check (kind in ('link', 'password'));

select jalon.secure_tables();
