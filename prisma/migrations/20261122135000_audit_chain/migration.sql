-- CreateTable
CREATE TABLE "AuditChain" (
    "teamId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditChain_pkey" PRIMARY KEY ("teamId")
);

-- CreateTable
CREATE TABLE "FormerId" (
    "id" UUID NOT NULL,
    "now" UUID NOT NULL,

    CONSTRAINT "FormerId_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Audit"
    ADD COLUMN "seq" INTEGER,
    ADD COLUMN "previous" TEXT,
    ADD COLUMN "read" BOOLEAN,
    ADD COLUMN "bySalt" TEXT,
    ADD COLUMN "bySeal" TEXT,
    ADD COLUMN "aboutSalt" TEXT,
    ADD COLUMN "aboutSeal" TEXT,
    ADD COLUMN "hash" TEXT,
    ALTER COLUMN "actorPersonId" DROP NOT NULL,
    ALTER COLUMN "memberId" DROP NOT NULL,
    ALTER COLUMN "detail" DROP NOT NULL;

-- Chains what is there, all of it reads, as src/audit/hash.ts does. The values of its words and details are texts.
DO $$
DECLARE
    entry RECORD;
    team UUID;
    number INTEGER;
    last_hash TEXT;
    words_json TEXT;
    detail_json TEXT;
    by_salt TEXT;
    by_seal TEXT;
    about_salt TEXT;
    about_seal TEXT;
    own TEXT;
BEGIN
    FOR entry IN SELECT * FROM "Audit" ORDER BY "teamId", "at", "id" LOOP
        IF team IS DISTINCT FROM entry."teamId" THEN
            team := entry."teamId";
            number := 0;
            last_hash := repeat('0', 64);
        END IF;
        number := number + 1;
        by_salt := replace(gen_random_uuid()::text, '-', '');
        about_salt := replace(gen_random_uuid()::text, '-', '');
        SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || value::text, ',' ORDER BY key COLLATE "C"), '') || '}'
            INTO words_json FROM jsonb_each(entry."words");
        SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || value::text, ',' ORDER BY key COLLATE "C"), '') || '}'
            INTO detail_json FROM jsonb_each(entry."detail");
        by_seal := encode(sha256(convert_to(by_salt || ':' || to_json(entry."actorPersonId"::text)::text, 'UTF8')), 'hex');
        about_seal := encode(sha256(convert_to(
            about_salt || ':[' || to_json(entry."memberId"::text)::text || ',' || detail_json || ']', 'UTF8')), 'hex');
        own := encode(sha256(convert_to('[' || concat_ws(',',
            to_json(team::text)::text,
            number,
            to_json(last_hash)::text,
            to_json(to_char(entry."at", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text,
            to_json(entry."what")::text,
            words_json,
            'true',
            to_json(by_seal)::text,
            to_json(about_seal)::text) || ']', 'UTF8')), 'hex');
        UPDATE "Audit" SET "seq" = number, "previous" = last_hash, "read" = true, "bySalt" = by_salt, "bySeal" = by_seal,
            "aboutSalt" = about_salt, "aboutSeal" = about_seal, "hash" = own
            WHERE "id" = entry."id";
        INSERT INTO "AuditChain" VALUES (team, number, own)
            ON CONFLICT ("teamId") DO UPDATE SET "seq" = excluded."seq", "hash" = excluded."hash";
        last_hash := own;
    END LOOP;
END $$;

-- AlterTable
ALTER TABLE "Audit"
    DROP CONSTRAINT "Audit_pkey",
    DROP COLUMN "id",
    ALTER COLUMN "seq" SET NOT NULL,
    ALTER COLUMN "previous" SET NOT NULL,
    ALTER COLUMN "read" SET NOT NULL,
    ALTER COLUMN "bySeal" SET NOT NULL,
    ALTER COLUMN "aboutSeal" SET NOT NULL,
    ALTER COLUMN "hash" SET NOT NULL,
    ADD CONSTRAINT "Audit_pkey" PRIMARY KEY ("teamId", "seq");

-- CreateIndex
CREATE INDEX "Audit_actorPersonId_idx" ON "Audit"("actorPersonId");

-- CreateIndex
CREATE INDEX "FormerId_now_idx" ON "FormerId"("now");
