-- CreateTable
CREATE TABLE "QuietHours" (
    "personId" UUID NOT NULL,
    "from" VARCHAR(5) NOT NULL,
    "to" VARCHAR(5) NOT NULL,

    CONSTRAINT "QuietHours_pkey" PRIMARY KEY ("personId")
);
