-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "chosenTeamId" UUID;
