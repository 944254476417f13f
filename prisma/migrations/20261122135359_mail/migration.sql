-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "by" TEXT;

-- CreateTable
CREATE TABLE "MailAddress" (
    "personId" UUID NOT NULL,
    "address" TEXT,
    "asked" TEXT,
    "codeHash" TEXT,
    "codeUntil" TIMESTAMP(3),
    "wrong" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "sentSince" TIMESTAMP(3),

    CONSTRAINT "MailAddress_pkey" PRIMARY KEY ("personId")
);
