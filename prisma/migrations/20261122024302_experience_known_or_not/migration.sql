-- AlterTable
ALTER TABLE "employment" ADD COLUMN     "tutor_experience_years" INTEGER;

-- AlterTable
ALTER TABLE "enrolment" ALTER COLUMN "experience_years" DROP NOT NULL,
ALTER COLUMN "experience_years" DROP DEFAULT;
