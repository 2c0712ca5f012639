-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN     "timedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Uptime" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "process" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Uptime_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Uptime_workspaceId_until_idx" ON "Uptime"("workspaceId", "until");

SELECT guard_workspaces();
