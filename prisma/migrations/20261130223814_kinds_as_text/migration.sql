-- A kind of ceremony is a row of src/domain/kinds.ts: text, so that a new kind needs no migration. What is stored stays.
ALTER TABLE "CeremonySetting" ALTER COLUMN "kind" TYPE TEXT USING "kind"::text;
ALTER TABLE "CeremonyRule" ALTER COLUMN "kind" TYPE TEXT USING "kind"::text;
ALTER TABLE "Occurrence" ALTER COLUMN "kind" TYPE TEXT USING "kind"::text;

-- DropEnum
DROP TYPE "CeremonyKind";
