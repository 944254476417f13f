-- CreateTable
CREATE TABLE "Target" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID,
    "metricId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" VARCHAR(10) NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "parentId" UUID,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetStep" (
    "id" BIGSERIAL NOT NULL,
    "targetId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TargetStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Target_teamId_state_to_idx" ON "Target"("teamId", "state", "to");

-- CreateIndex
CREATE INDEX "Target_teamId_metricId_memberId_from_idx" ON "Target"("teamId", "metricId", "memberId", "from");

-- CreateIndex
CREATE INDEX "Target_parentId_idx" ON "Target"("parentId");

-- CreateIndex
CREATE INDEX "TargetStep_targetId_idx" ON "TargetStep"("targetId");

-- AddForeignKey
ALTER TABLE "TargetStep" ADD CONSTRAINT "TargetStep_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;
