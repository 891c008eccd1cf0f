-- AlterEnum
ALTER TYPE "access_route" ADD VALUE 'pro_a' BEFORE 'reconversion_period';
