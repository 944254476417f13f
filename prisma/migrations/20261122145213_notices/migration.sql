-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "audience" TEXT NOT NULL,
    "roles" TEXT[],
    "important" BOOLEAN NOT NULL,
    "inGroup" BOOLEAN NOT NULL,
    "postedBy" UUID NOT NULL,
    "postedAt" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeReader" (
    "noticeId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "readAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3),

    CONSTRAINT "NoticeReader_pkey" PRIMARY KEY ("noticeId","memberId")
);

-- CreateTable
CREATE TABLE "Newcomer" (
    "memberId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,
    "next" TEXT NOT NULL,
    "nextAt" TIMESTAMP(3),
    "sawMyAt" TIMESTAMP(3),

    CONSTRAINT "Newcomer_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "Notice_teamId_state_until_idx" ON "Notice"("teamId", "state", "until");

-- CreateIndex
CREATE INDEX "Notice_postedBy_idx" ON "Notice"("postedBy");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_teamId_number_key" ON "Notice"("teamId", "number");

-- CreateIndex
CREATE INDEX "NoticeReader_memberId_idx" ON "NoticeReader"("memberId");

-- CreateIndex
CREATE INDEX "Newcomer_teamId_next_nextAt_idx" ON "Newcomer"("teamId", "next", "nextAt");

-- AddForeignKey
ALTER TABLE "NoticeReader" ADD CONSTRAINT "NoticeReader_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;
