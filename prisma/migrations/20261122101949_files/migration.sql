-- CreateTable
CREATE TABLE "File" (
    "ref" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "workbook" JSONB,
    "bytes" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("ref")
);
