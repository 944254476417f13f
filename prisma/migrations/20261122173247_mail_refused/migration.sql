-- AlterTable
ALTER TABLE "MailAddress" ADD COLUMN     "refusedAt" TIMESTAMP(3);
