-- AlterTable
ALTER TABLE "Sprint" ADD COLUMN     "verdict" JSONB;
