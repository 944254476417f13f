-- CreateTable
CREATE TABLE "OneTimeCode" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "CodeGuess" (
    "personId" UUID NOT NULL,
    "wrong" INTEGER NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CodeGuess_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "OneTimeCode_personId_idx" ON "OneTimeCode"("personId");

-- CreateIndex
CREATE INDEX "OneTimeCode_expiresAt_idx" ON "OneTimeCode"("expiresAt");
