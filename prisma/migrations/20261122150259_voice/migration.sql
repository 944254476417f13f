-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "traceless" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ForgottenEvent" (
    "hash" TEXT NOT NULL,
    "day" VARCHAR(10) NOT NULL,

    CONSTRAINT "ForgottenEvent_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "VoiceWaiting" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "day" VARCHAR(10) NOT NULL,

    CONSTRAINT "VoiceWaiting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoiceThread" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "codeHash" TEXT NOT NULL,
    "givenOn" VARCHAR(10) NOT NULL,
    "owedSince" VARCHAR(10),
    "remindedOn" VARCHAR(10),
    "muted" BOOLEAN NOT NULL DEFAULT false,
    "said" TEXT,
    "did" TEXT,
    "doneOn" VARCHAR(10),

    CONSTRAINT "VoiceThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoiceMessage" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "byManager" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "day" VARCHAR(10) NOT NULL,

    CONSTRAINT "VoiceMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoiceSalt" (
    "teamId" UUID NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "VoiceSalt_pkey" PRIMARY KEY ("teamId")
);

-- CreateTable
CREATE TABLE "Pulse" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "week" VARCHAR(10) NOT NULL,
    "askedOn" VARCHAR(10) NOT NULL,
    "closedOn" VARCHAR(10),
    "salt" TEXT,
    "counts" INTEGER[],

    CONSTRAINT "Pulse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PulseVoter" (
    "token" TEXT NOT NULL,
    "pulseId" UUID NOT NULL,
    "teamId" UUID NOT NULL,

    CONSTRAINT "PulseVoter_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "ForgottenEvent_day_idx" ON "ForgottenEvent"("day");

-- CreateIndex
CREATE INDEX "VoiceWaiting_teamId_day_idx" ON "VoiceWaiting"("teamId", "day");

-- CreateIndex
CREATE INDEX "VoiceWaiting_codeHash_idx" ON "VoiceWaiting"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "VoiceThread_codeHash_key" ON "VoiceThread"("codeHash");

-- CreateIndex
CREATE INDEX "VoiceThread_teamId_owedSince_idx" ON "VoiceThread"("teamId", "owedSince");

-- CreateIndex
CREATE INDEX "VoiceThread_teamId_doneOn_idx" ON "VoiceThread"("teamId", "doneOn");

-- CreateIndex
CREATE UNIQUE INDEX "VoiceThread_teamId_number_key" ON "VoiceThread"("teamId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "VoiceMessage_threadId_n_key" ON "VoiceMessage"("threadId", "n");

-- CreateIndex
CREATE UNIQUE INDEX "Pulse_teamId_week_key" ON "Pulse"("teamId", "week");

-- CreateIndex
CREATE INDEX "PulseVoter_pulseId_idx" ON "PulseVoter"("pulseId");
