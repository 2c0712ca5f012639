-- CreateEnum
CREATE TYPE "HoursAnswer" AS ENUM ('slack', 'keep', 'set', 'withdrawn');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "hoursSetAt" TIMESTAMPTZ(3),
ADD COLUMN     "slackZoneThen" TEXT;

-- CreateTable
CREATE TABLE "HoursQuestion" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "difference" TEXT NOT NULL,
    "slackZone" TEXT NOT NULL,
    "keptZone" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" "HoursAnswer",
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "HoursQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HoursQuestion_personId_difference_key" ON "HoursQuestion"("personId", "difference");

-- AddForeignKey
ALTER TABLE "HoursQuestion" ADD CONSTRAINT "HoursQuestion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hours that were said before: in Slack's zone unless another was said, and Slack's zone of now is what they were said against.
UPDATE "Person"
SET "ownTimeZone" = COALESCE("ownTimeZone", "timeZone"), "slackZoneThen" = "timeZone", "hoursSetAt" = "updatedAt"
WHERE "ownTimeZone" IS NOT NULL OR "workStart" IS NOT NULL;
