-- CreateTable
CREATE TABLE "UrgentMatter" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raisedBy" UUID NOT NULL,
    "ownerId" UUID,
    "askedId" UUID,
    "offeredTo" UUID,
    "closedBy" UUID,
    "state" TEXT NOT NULL DEFAULT 'asking',
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3),
    "nextAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "closingNote" TEXT,

    CONSTRAINT "UrgentMatter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UrgentStep" (
    "id" BIGSERIAL NOT NULL,
    "matterId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" UUID,
    "byId" UUID,
    "why" TEXT,
    "note" TEXT,
    "resting" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UrgentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UrgentDuty" (
    "id" BIGSERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "from" VARCHAR(10),
    "to" VARCHAR(10),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UrgentDuty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UrgentDutyMember" (
    "dutyId" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "UrgentDutyMember_pkey" PRIMARY KEY ("dutyId","position")
);

-- CreateIndex
CREATE INDEX "UrgentMatter_teamId_state_number_idx" ON "UrgentMatter"("teamId", "state", "number");

-- CreateIndex
CREATE INDEX "UrgentMatter_teamId_nextAt_idx" ON "UrgentMatter"("teamId", "nextAt");

-- CreateIndex
CREATE INDEX "UrgentMatter_teamId_raisedAt_idx" ON "UrgentMatter"("teamId", "raisedAt");

-- CreateIndex
CREATE UNIQUE INDEX "UrgentMatter_teamId_number_key" ON "UrgentMatter"("teamId", "number");

-- CreateIndex
CREATE INDEX "UrgentStep_matterId_id_idx" ON "UrgentStep"("matterId", "id");

-- CreateIndex
CREATE INDEX "UrgentStep_memberId_at_idx" ON "UrgentStep"("memberId", "at");

-- CreateIndex
CREATE INDEX "UrgentStep_teamId_at_idx" ON "UrgentStep"("teamId", "at");

-- CreateIndex
CREATE INDEX "UrgentDuty_teamId_to_idx" ON "UrgentDuty"("teamId", "to");

-- CreateIndex
CREATE INDEX "UrgentDutyMember_memberId_idx" ON "UrgentDutyMember"("memberId");

-- AddForeignKey
ALTER TABLE "UrgentDutyMember" ADD CONSTRAINT "UrgentDutyMember_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "UrgentDuty"("id") ON DELETE CASCADE ON UPDATE CASCADE;
