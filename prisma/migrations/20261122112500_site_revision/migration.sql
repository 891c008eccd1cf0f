-- AlterTable
ALTER TABLE "site" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;
