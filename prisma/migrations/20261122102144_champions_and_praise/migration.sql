-- CreateTable
CREATE TABLE "Champion" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "metricKey" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "winners" JSONB NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "asOf" TIMESTAMP(3) NOT NULL,
    "lastEntryId" BIGINT NOT NULL,
    "proof" TEXT NOT NULL,
    "checkedId" BIGINT NOT NULL,

    CONSTRAINT "Champion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Praise" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "on" VARCHAR(10) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "Praise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Champion_teamId_asOf_idx" ON "Champion"("teamId", "asOf");

-- CreateIndex
CREATE UNIQUE INDEX "Champion_teamId_metricKey_period_revision_key" ON "Champion"("teamId", "metricKey", "period", "revision");

-- CreateIndex
CREATE INDEX "Praise_teamId_on_idx" ON "Praise"("teamId", "on");

-- CreateIndex
CREATE INDEX "Praise_teamId_rule_on_idx" ON "Praise"("teamId", "rule", "on");

-- CreateIndex
CREATE UNIQUE INDEX "Praise_teamId_memberId_rule_subject_key" ON "Praise"("teamId", "memberId", "rule", "subject");
