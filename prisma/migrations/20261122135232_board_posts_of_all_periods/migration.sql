-- DropIndex
DROP INDEX "BoardPost_teamId_to_idx";

-- AlterTable
ALTER TABLE "BoardPost" ADD COLUMN     "channelId" UUID,
ADD COLUMN     "newcomers" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "postedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Until now only boards of a week were posted, towards its end.
UPDATE "BoardPost" SET "postedAt" = "to"::timestamp;

-- CreateIndex
CREATE INDEX "BoardPost_teamId_postedAt_idx" ON "BoardPost"("teamId", "postedAt");

-- CreateIndex
CREATE INDEX "BoardPost_channelId_metricId_period_idx" ON "BoardPost"("channelId", "metricId", "period");
