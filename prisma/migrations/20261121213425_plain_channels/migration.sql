-- AlterTable
ALTER TABLE "Channel" ADD COLUMN     "plain" BOOLEAN NOT NULL DEFAULT false;
