-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "refId" TEXT,
    "audience" TEXT NOT NULL,
    "filedBy" UUID NOT NULL,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" VARCHAR(10),
    "state" TEXT NOT NULL,
    "solution" TEXT,
    "lesson" TEXT,
    "closedBy" UUID,
    "closedAt" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseStep" (
    "id" BIGSERIAL NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "ownerId" UUID,
    "dueOn" VARCHAR(10),
    "words" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CaseStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseGram" (
    "teamId" UUID NOT NULL,
    "gram" INTEGER NOT NULL,
    "caseId" UUID NOT NULL,

    CONSTRAINT "CaseGram_pkey" PRIMARY KEY ("teamId","gram","caseId")
);

-- CreateTable
CREATE TABLE "CaseQuiz" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "questions" JSONB NOT NULL,
    "answers" INTEGER[],
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CaseQuiz_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Case_teamId_state_dueOn_idx" ON "Case"("teamId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Case_teamId_state_closedAt_idx" ON "Case"("teamId", "state", "closedAt");

-- CreateIndex
CREATE INDEX "Case_ownerId_state_dueOn_idx" ON "Case"("ownerId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Case_filedBy_closedAt_idx" ON "Case"("filedBy", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Case_teamId_number_key" ON "Case"("teamId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Case_teamId_origin_refId_key" ON "Case"("teamId", "origin", "refId");

-- CreateIndex
CREATE INDEX "CaseStep_caseId_id_idx" ON "CaseStep"("caseId", "id");

-- CreateIndex
CREATE INDEX "CaseGram_caseId_idx" ON "CaseGram"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseQuiz_memberId_month_key" ON "CaseQuiz"("memberId", "month");

-- AddForeignKey
ALTER TABLE "CaseStep" ADD CONSTRAINT "CaseStep_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseGram" ADD CONSTRAINT "CaseGram_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
