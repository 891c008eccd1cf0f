-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "credential_in_full_days" BOOLEAN,
ADD COLUMN     "days_per_week" INTEGER,
ADD COLUMN     "positioning_on" DATE;
