-- AlterTable
ALTER TABLE "appraisal" ADD COLUMN     "ip_address" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- AlterTable
ALTER TABLE "attendance_sheet" ADD COLUMN     "ip_address" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- AlterTable
ALTER TABLE "jury_decision" ADD COLUMN     "ip_address" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- AlterTable
ALTER TABLE "jury_session" ADD COLUMN     "ip_address" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "login_attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "demonstration" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "seeded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demonstration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "login_attempt_expire_idx" ON "login_attempt"("expire");

-- Counted at every login attempt: an unlogged table is enough, and losing it in a crash only forgives.
ALTER TABLE "login_attempt" SET UNLOGGED;
ALTER TABLE "demonstration" ADD CONSTRAINT "demonstration_one_row" CHECK ("id");

-- Databases seeded before the mark existed: their accounts end in .example, which is nobody's.
INSERT INTO "demonstration" ("id")
SELECT true WHERE EXISTS (SELECT 1 FROM "user" WHERE "email" LIKE '%@afbb.example');

select jalon.secure_tables();
