-- AlterTable
ALTER TABLE "BoardPost" ALTER COLUMN "metricId" DROP NOT NULL;
