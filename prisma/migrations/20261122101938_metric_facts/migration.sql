-- AlterTable
ALTER TABLE "Metric" ADD COLUMN     "aggregation" TEXT NOT NULL DEFAULT 'sum',
ADD COLUMN     "currency" VARCHAR(3),
ADD COLUMN     "decimals" INTEGER,
ADD COLUMN     "direction" TEXT NOT NULL DEFAULT 'more',
ADD COLUMN     "reportedBy" TEXT NOT NULL DEFAULT 'rep';

-- CreateTable
CREATE TABLE "BoardPost" (
    "key" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "metricId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "from" VARCHAR(10) NOT NULL,
    "to" VARCHAR(10) NOT NULL,

    CONSTRAINT "BoardPost_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "metricId" UUID NOT NULL,
    "from" VARCHAR(10) NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "shown" DECIMAL(20,4),
    "proposed" DECIMAL(20,4),
    "reason" TEXT NOT NULL,
    "askedBy" UUID NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answeredBy" UUID,
    "answeredAt" TIMESTAMP(3),
    "answer" TEXT,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricChange" (
    "id" BIGSERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "metricId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "changedBy" UUID NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MetricChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rate" (
    "id" BIGSERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "into" VARCHAR(3) NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "rate" DECIMAL(20,8) NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BoardPost_teamId_to_idx" ON "BoardPost"("teamId", "to");

-- CreateIndex
CREATE INDEX "Dispute_askedBy_state_idx" ON "Dispute"("askedBy", "state");

-- CreateIndex
CREATE INDEX "Dispute_teamId_state_number_idx" ON "Dispute"("teamId", "state", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_teamId_number_key" ON "Dispute"("teamId", "number");

-- CreateIndex
CREATE INDEX "MetricChange_metricId_id_idx" ON "MetricChange"("metricId", "id");

-- CreateIndex
CREATE INDEX "Rate_teamId_into_currency_date_idx" ON "Rate"("teamId", "into", "currency", "date");

-- Percentages were averaged; which value is better was a setting of the boards.
UPDATE "Metric" SET "aggregation" = 'average' WHERE "unit" = 'percent';
UPDATE "Metric" SET "direction" = 'less' FROM "Team"
WHERE "Team"."id" = "Metric"."teamId"
  AND COALESCE("Team"."settings" #> '{boards,lowerIsBetter}', '["lost"]') ? "Metric"."key";
UPDATE "Team" SET "settings" = "settings" #- '{boards,lowerIsBetter}';
