-- AlterTable
ALTER TABLE "InboundEvent" ADD COLUMN     "heard" TEXT;

-- CreateTable
CREATE TABLE "Rule" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "ruleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "teamId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RuleVersion_pkey" PRIMARY KEY ("ruleId","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "Rule_teamId_key_key" ON "Rule"("teamId", "key");

-- CreateIndex
CREATE INDEX "RuleVersion_teamId_at_idx" ON "RuleVersion"("teamId", "at");
