import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './fixture.ts'

/** A small history with every kind of column and key that a backup must carry, a circle of foreign keys among them. */
export const sampleMigrations: Readonly<Record<string, string>> = {
  '20260101000000_first': `
    CREATE TYPE "Mood" AS ENUM ('good', 'so so');
    CREATE TABLE "Person" (
      "id" BIGSERIAL PRIMARY KEY, "name" TEXT NOT NULL, "bossId" BIGINT REFERENCES "Person" ("id"), "favouriteId" INTEGER
    );
    CREATE TABLE "Entry" (
      "id" INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "personId" BIGINT NOT NULL REFERENCES "Person" ("id"),
      "big" BIGINT, "amount" DECIMAL(20, 4), "ratio" DOUBLE PRECISION, "at" TIMESTAMP(3), "zoned" TIMESTAMPTZ(6),
      "day" DATE, "clock" TIME(3), "yes" BOOLEAN, "mood" "Mood", "json" JSONB, "raw" JSON, "texts" TEXT[],
      "numbers" INTEGER[], "moods" "Mood"[], "bytes" BYTEA, "uuid" UUID, "short" VARCHAR(40),
      "double" BIGINT GENERATED ALWAYS AS ("big" / 2) STORED
    );
    ALTER TABLE "Person" ADD CONSTRAINT "favourite" FOREIGN KEY ("favouriteId") REFERENCES "Entry" ("id") ON DELETE SET NULL;`,
  '20260102000000_second': `
    CREATE TABLE "Odd ""name""" ("a b" TEXT, "select" INTEGER);
    CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
    INSERT INTO "Odd ""name""" VALUES ('made by a migration', one());`,
}

/** Writes migrations into a folder of their own, as `prisma/migrations` would hold them. */
export function writeMigrations(migrations: Readonly<Record<string, string>> = sampleMigrations): string {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  }
  return folder
}
