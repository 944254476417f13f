-- CreateTable
CREATE TABLE "Rulebook" (
    "teamId" UUID NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "toldUpTo" TIMESTAMP(3),
    "announceAt" TIMESTAMP(3),

    CONSTRAINT "Rulebook_pkey" PRIMARY KEY ("teamId")
);

-- CreateTable
CREATE TABLE "RuleAck" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RuleAck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleDraft" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RuleDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WordList" (
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WordList_pkey" PRIMARY KEY ("teamId","name")
);

-- CreateTable
CREATE TABLE "ListedWord" (
    "teamId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "suggestion" TEXT,

    CONSTRAINT "ListedWord_pkey" PRIMARY KEY ("teamId","list","key")
);

-- CreateIndex
CREATE INDEX "RuleAck_teamId_edition_idx" ON "RuleAck"("teamId", "edition");

-- CreateIndex
CREATE INDEX "RuleAck_memberId_idx" ON "RuleAck"("memberId");

-- CreateIndex
CREATE INDEX "RuleDraft_memberId_idx" ON "RuleDraft"("memberId");
