-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "mail_removed" BOOLEAN NOT NULL DEFAULT false;
