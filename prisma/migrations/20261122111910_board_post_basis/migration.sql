-- AlterTable
ALTER TABLE "BoardPost" ADD COLUMN     "basis" TEXT NOT NULL DEFAULT 'figure';
