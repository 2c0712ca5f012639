-- CreateIndex
CREATE INDEX "ItemEvent_itemId_at_idx" ON "ItemEvent"("itemId", "at");

-- CreateIndex
CREATE INDEX "Blocker_itemId_idx" ON "Blocker"("itemId");

-- CreateIndex
CREATE INDEX "BlockerEvent_blockerId_idx" ON "BlockerEvent"("blockerId");
