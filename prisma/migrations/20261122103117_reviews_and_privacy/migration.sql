-- CreateTable
CREATE TABLE "Habit" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "firstShown" TIMESTAMP(3) NOT NULL,
    "lastShown" TIMESTAMP(3) NOT NULL,
    "lastSeen" VARCHAR(10) NOT NULL,
    "explanation" TEXT,
    "explainedAt" TIMESTAMP(3),
    "managerTold" TIMESTAMP(3),

    CONSTRAINT "Habit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "actorPersonId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "number" SERIAL NOT NULL,
    "teamId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ReviewCriteria" (
    "teamId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewCriteria_pkey" PRIMARY KEY ("teamId","version")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "criteria" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "self" JSONB,
    "assessment" JSONB,
    "talkNotes" TEXT,
    "dispute" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "selfAt" TIMESTAMP(3),
    "assessedAt" TIMESTAMP(3),
    "talkedAt" TIMESTAMP(3),
    "signedAt" TIMESTAMP(3),
    "reviewerSignedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanTask" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "setBy" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "dueOn" VARCHAR(10) NOT NULL,
    "metricKey" TEXT,
    "startedOn" VARCHAR(10) NOT NULL,
    "doneOn" VARCHAR(10),
    "droppedOn" VARCHAR(10),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PlanTask_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Habit_memberId_kind_firstShown_idx" ON "Habit"("memberId", "kind", "firstShown");

-- CreateIndex
CREATE INDEX "Audit_memberId_at_idx" ON "Audit"("memberId", "at");

-- CreateIndex
CREATE INDEX "Review_memberId_startedAt_idx" ON "Review"("memberId", "startedAt");

-- CreateIndex
CREATE INDEX "Review_reviewerId_state_idx" ON "Review"("reviewerId", "state");

-- CreateIndex
CREATE INDEX "PlanTask_memberId_createdAt_idx" ON "PlanTask"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "PlanTask_teamId_doneOn_droppedOn_dueOn_idx" ON "PlanTask"("teamId", "doneOn", "droppedOn", "dueOn");
