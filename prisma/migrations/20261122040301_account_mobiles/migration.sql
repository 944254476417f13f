-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "department" TEXT,
ADD COLUMN     "mobile" TEXT;
