-- CreateTable
CREATE TABLE "OwnDays" (
    "memberId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "birthday" VARCHAR(5),
    "birthdaySince" VARCHAR(10),
    "birthdayYear" INTEGER,
    "startedOn" VARCHAR(10),
    "startedSince" VARCHAR(10),
    "startedYear" INTEGER,
    "startState" TEXT NOT NULL DEFAULT 'off',
    "startDeclined" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OwnDays_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Kudos" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "giverId" UUID NOT NULL,
    "receiverId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "tags" TEXT[],
    "date" VARCHAR(10) NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Kudos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Win" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "customer" TEXT NOT NULL,
    "customerKey" TEXT NOT NULL,
    "amount" DECIMAL(20,4),
    "note" TEXT,
    "dealsKey" TEXT,
    "revenueKey" TEXT,
    "date" VARCHAR(10) NOT NULL,
    "state" TEXT NOT NULL,
    "rungBy" UUID NOT NULL,
    "rungAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Win_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OwnDays_teamId_idx" ON "OwnDays"("teamId");

-- CreateIndex
CREATE INDEX "Kudos_teamId_date_idx" ON "Kudos"("teamId", "date");

-- CreateIndex
CREATE INDEX "Kudos_giverId_date_idx" ON "Kudos"("giverId", "date");

-- CreateIndex
CREATE INDEX "Kudos_receiverId_date_idx" ON "Kudos"("receiverId", "date");

-- CreateIndex
CREATE INDEX "Win_memberId_date_idx" ON "Win"("memberId", "date");

-- CreateIndex
CREATE INDEX "Win_teamId_date_idx" ON "Win"("teamId", "date");

-- CreateIndex
CREATE INDEX "Win_rungBy_rungAt_idx" ON "Win"("rungBy", "rungAt");
