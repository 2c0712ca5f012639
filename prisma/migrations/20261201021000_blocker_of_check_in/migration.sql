-- AlterTable
ALTER TABLE "Blocker" ADD COLUMN     "checkInId" UUID;

-- CreateIndex
CREATE INDEX "Blocker_checkInId_idx" ON "Blocker"("checkInId");

-- AddForeignKey
ALTER TABLE "Blocker" ADD CONSTRAINT "Blocker_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT guard_workspaces();
