-- CreateEnum
CREATE TYPE "contract_kind" AS ENUM ('permanent', 'fixed_term', 'professional_fixed_term', 'professional_permanent', 'poec');

-- AlterTable
ALTER TABLE "employment" ADD COLUMN     "contract_kind" "contract_kind",
ADD COLUMN     "contract_starts_on" DATE;
