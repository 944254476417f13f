-- CreateTable
CREATE TABLE "Dialogue" (
    "personId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID,
    "channelId" UUID,
    "content" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "at" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "touchedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Dialogue_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "Dialogue_touchedAt_idx" ON "Dialogue"("touchedAt");
