-- AlterTable
ALTER TABLE "dispensation" ADD COLUMN     "answer_typed_in" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "entry_motive" TEXT,
ADD COLUMN     "withdraw_motive" TEXT;
