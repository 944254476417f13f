-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "progress" JSONB;
