-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "awayUntil" TIMESTAMP(3),
ADD COLUMN     "lang" TEXT,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "standing" TEXT,
ADD COLUMN     "zone" TEXT;

-- AlterTable
ALTER TABLE "Channel" ADD COLUMN     "external" BOOLEAN;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "leftBecause" TEXT;

-- CreateTable
CREATE TABLE "ChannelAccount" (
    "channelId" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "ChannelAccount_pkey" PRIMARY KEY ("channelId","platform","accountId")
);

-- CreateIndex
CREATE INDEX "ChannelAccount_platform_accountId_idx" ON "ChannelAccount"("platform", "accountId");

-- AddForeignKey
ALTER TABLE "ChannelAccount" ADD CONSTRAINT "ChannelAccount_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelAccount" ADD CONSTRAINT "ChannelAccount_platform_accountId_fkey" FOREIGN KEY ("platform", "accountId") REFERENCES "Account"("platform", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;
