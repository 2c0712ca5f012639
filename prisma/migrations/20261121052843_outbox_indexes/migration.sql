-- DropIndex
DROP INDEX "Message_state_dueAt_idx";

-- DropIndex
DROP INDEX "Message_workspaceId_strand_sequence_idx";

-- DropIndex
DROP INDEX "Message_workspaceId_channel_state_sequence_idx";

-- DropIndex
DROP INDEX "Message_workspaceId_postedIn_ts_idx";

-- DropIndex
DROP INDEX "Message_workspaceId_editsKey_idx";

-- DropIndex
DROP INDEX "Message_workspaceId_threadKey_idx";

-- Budgets of the last seconds: they begin anew.
DELETE FROM "RateLimit";

-- AlterTable
ALTER TABLE "RateLimit" DROP CONSTRAINT "RateLimit_pkey",
DROP COLUMN "expire",
DROP COLUMN "points",
ADD COLUMN     "calls" INTEGER NOT NULL,
ADD COLUMN     "until" TIMESTAMPTZ(3) NOT NULL,
ALTER COLUMN "key" SET DATA TYPE TEXT,
ADD CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key");

-- CreateIndex
CREATE INDEX "Message_waiting_idx" ON "Message"("dueAt", "sequence") WHERE (state IN ('due', 'retry', 'unknown'));

-- CreateIndex
CREATE INDEX "Message_held_idx" ON "Message"("workspaceId", "channel", "sequence") WHERE (state IN ('leased', 'sending') OR (state = 'due' AND "retryAt" IS NOT NULL));

-- CreateIndex
CREATE INDEX "Message_strand_idx" ON "Message"("workspaceId", "strand", "sequence") WHERE (state <> 'sent');

-- CreateIndex
CREATE INDEX "Message_workspaceId_postedIn_ts_idx" ON "Message"("workspaceId", "postedIn", "ts") WHERE (ts IS NOT NULL);

-- CreateIndex
CREATE INDEX "Message_workspaceId_editsKey_idx" ON "Message"("workspaceId", "editsKey") WHERE ("editsKey" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Message_workspaceId_threadKey_idx" ON "Message"("workspaceId", "threadKey") WHERE ("threadKey" IS NOT NULL);
