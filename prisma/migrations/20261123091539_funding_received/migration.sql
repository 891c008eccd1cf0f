-- AlterTable
ALTER TABLE "funding_request" ADD COLUMN     "received_on" DATE;
