-- AlterTable
ALTER TABLE "slot" ADD COLUMN     "accepted_rules" TEXT[] DEFAULT ARRAY[]::TEXT[];
