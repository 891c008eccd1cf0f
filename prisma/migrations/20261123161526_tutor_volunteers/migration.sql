-- AlterTable
ALTER TABLE "tutor_turn" ADD COLUMN     "volunteered_on" DATE;
