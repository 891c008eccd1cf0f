-- AlterTable
ALTER TABLE "employment" ADD COLUMN     "worked_afternoons" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "worked_mornings" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
