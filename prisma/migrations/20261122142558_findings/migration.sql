-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "ruleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "mode" TEXT NOT NULL,
    "step" TEXT,
    "rung" INTEGER,
    "evidence" TEXT,
    "wrongAt" TIMESTAMP(3),
    "wrongBy" UUID,
    "appeal" TEXT,
    "plea" TEXT,
    "appealedAt" TIMESTAMP(3),
    "decidedBy" UUID,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleStanding" (
    "ruleId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "steppedAt" TIMESTAMP(3),
    "foundAt" TIMESTAMP(3),

    CONSTRAINT "RuleStanding_pkey" PRIMARY KEY ("ruleId","memberId")
);

-- CreateTable
CREATE TABLE "OpenQuestion" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "askerId" UUID NOT NULL,
    "askedId" UUID NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "OpenQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Finding_teamId_at_idx" ON "Finding"("teamId", "at");

-- CreateIndex
CREATE INDEX "Finding_memberId_at_idx" ON "Finding"("memberId", "at");

-- CreateIndex
CREATE INDEX "Finding_evidence_idx" ON "Finding"("teamId", "at") WHERE (evidence IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Finding_teamId_number_key" ON "Finding"("teamId", "number");

-- CreateIndex
CREATE INDEX "RuleStanding_memberId_idx" ON "RuleStanding"("memberId");

-- CreateIndex
CREATE INDEX "OpenQuestion_teamId_state_dueAt_idx" ON "OpenQuestion"("teamId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "OpenQuestion_askedId_channelId_state_idx" ON "OpenQuestion"("askedId", "channelId", "state");

-- CreateIndex
CREATE INDEX "OpenQuestion_askerId_idx" ON "OpenQuestion"("askerId");

-- CreateIndex
CREATE INDEX "InboundEvent_heard_idx" ON "InboundEvent"("conversation", "id") WHERE (heard IS NOT NULL);
