-- AlterTable
ALTER TABLE "File" ADD COLUMN     "handed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "fileRef" TEXT;

-- CreateTable
CREATE TABLE "HandedFile" (
    "ref" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HandedFile_pkey" PRIMARY KEY ("ref")
);

-- CreateIndex
CREATE INDEX "HandedFile_personId_at_idx" ON "HandedFile"("personId", "at");
