-- AlterTable
ALTER TABLE "path_run" ADD COLUMN     "is_chosen" BOOLEAN NOT NULL DEFAULT false;
