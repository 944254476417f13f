-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "rightAt" TIMESTAMP(3),
ADD COLUMN     "rightBy" UUID;

-- CreateIndex
CREATE INDEX "Finding_doubtful_idx" ON "Finding"("teamId", "at") WHERE (mode = 'doubtful' AND "wrongAt" IS NULL AND "rightAt" IS NULL);
