-- AlterTable
ALTER TABLE "Picture" ADD COLUMN     "darkBytes" BYTEA,
ADD COLUMN     "drawing" JSONB,
ADD COLUMN     "drawnAt" TIMESTAMP(3),
ALTER COLUMN "bytes" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "Picture_drawnAt_idx" ON "Picture"("drawnAt");
