-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "recalls" TEXT;

-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "eventId" TEXT,
ADD COLUMN     "recalledAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Finding_eventId_idx" ON "Finding"("eventId");
