-- CreateTable
CREATE TABLE "Contest" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "metricKey" TEXT,
    "from" VARCHAR(10) NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "prize" TEXT NOT NULL,
    "handicap" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "halfwayAt" TIMESTAMP(3),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContestEntrant" (
    "contestId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "side" INTEGER,
    "divisor" DECIMAL(20,4),
    "leftRound" INTEGER,

    CONSTRAINT "ContestEntrant_pkey" PRIMARY KEY ("contestId","memberId")
);

-- CreateTable
CREATE TABLE "ContestResult" (
    "contestId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "asOf" TIMESTAMP(3) NOT NULL,
    "date" VARCHAR(10) NOT NULL,
    "places" JSONB NOT NULL,

    CONSTRAINT "ContestResult_pkey" PRIMARY KEY ("contestId","round")
);

-- CreateTable
CREATE TABLE "PointEntry" (
    "id" BIGSERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "delta" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "by" UUID,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PointEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointBalance" (
    "memberId" UUID NOT NULL,
    "balance" INTEGER NOT NULL,

    CONSTRAINT "PointBalance_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Reward" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "stock" INTEGER,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Reward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redemption" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "rewardId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Redemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pool" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "metricKey" TEXT NOT NULL,
    "target" DECIMAL(20,4) NOT NULL,
    "period" TEXT NOT NULL,
    "to" VARCHAR(10) NOT NULL,
    "unlocks" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settled" DECIMAL(20,4),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Pool_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Contest_teamId_state_idx" ON "Contest"("teamId", "state");

-- CreateIndex
CREATE INDEX "ContestEntrant_memberId_idx" ON "ContestEntrant"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "PointEntry_source_key" ON "PointEntry"("source");

-- CreateIndex
CREATE INDEX "PointEntry_memberId_id_idx" ON "PointEntry"("memberId", "id");

-- CreateIndex
CREATE INDEX "Reward_teamId_archivedAt_idx" ON "Reward"("teamId", "archivedAt");

-- CreateIndex
CREATE INDEX "Redemption_teamId_state_idx" ON "Redemption"("teamId", "state");

-- CreateIndex
CREATE INDEX "Redemption_memberId_idx" ON "Redemption"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Redemption_teamId_number_key" ON "Redemption"("teamId", "number");

-- CreateIndex
CREATE INDEX "Pool_teamId_state_idx" ON "Pool"("teamId", "state");

-- AddForeignKey
ALTER TABLE "ContestEntrant" ADD CONSTRAINT "ContestEntrant_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestResult" ADD CONSTRAINT "ContestResult_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE CASCADE ON UPDATE CASCADE;
