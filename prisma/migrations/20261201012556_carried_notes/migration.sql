-- AlterTable
ALTER TABLE "RetroNote" ADD COLUMN     "carriedFrom" DATE;
