-- AlterTable
ALTER TABLE "PlanName" ADD COLUMN     "nobody" BOOLEAN NOT NULL DEFAULT false;
