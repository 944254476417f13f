-- AlterTable
ALTER TABLE "Metric" ADD COLUMN     "formula" JSONB;
