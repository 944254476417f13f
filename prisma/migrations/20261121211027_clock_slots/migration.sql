-- DropTable
DROP TABLE "Tick";
