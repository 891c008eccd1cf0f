-- CreateEnum
CREATE TYPE "learner_import_state" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "learner_import_step" AS ENUM ('comparing', 'writing', 'planning', 'opening');

-- AlterTable
ALTER TABLE "learner_import" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "beat_at" TIMESTAMPTZ(3),
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "finished_at" TIMESTAMPTZ(3),
ADD COLUMN     "payload" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" "learner_import_state" NOT NULL DEFAULT 'queued',
ADD COLUMN     "step" "learner_import_step",
ALTER COLUMN "report" DROP NOT NULL;

-- What was imported within its request is done.
UPDATE "learner_import" SET "state" = 'done', "finished_at" = "created_at";
