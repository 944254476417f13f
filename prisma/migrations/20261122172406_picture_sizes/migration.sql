-- AlterTable
ALTER TABLE "Picture" ADD COLUMN     "height" INTEGER,
ADD COLUMN     "width" INTEGER;
