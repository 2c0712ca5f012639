-- CreateEnum
CREATE TYPE "LinkState" AS ENUM ('pending', 'confirmed', 'declined');

-- CreateTable
CREATE TABLE "ChannelLink" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "channelId" TEXT NOT NULL,
    "state" "LinkState" NOT NULL DEFAULT 'pending',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "ChannelLink_pkey" PRIMARY KEY ("teamId","channelId")
);

-- AddForeignKey
ALTER TABLE "ChannelLink" ADD CONSTRAINT "ChannelLink_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What teams were linked to stays: nobody is asked about it.
INSERT INTO "ChannelLink" ("workspaceId", "teamId", "channelId", "state", "askedAt")
SELECT "workspaceId", id, "stakeholderChannelId", 'confirmed', now() FROM "Team" WHERE "stakeholderChannelId" IS NOT NULL;

-- A plan states a channel by id or by name; a name is given its id at the first use (src/records/channel-links.ts).
INSERT INTO "ChannelLink" ("workspaceId", "teamId", "channelId", "state", "askedAt")
SELECT DISTINCT "workspaceId", "teamId",
  CASE WHEN channel ~ '^[CGD][A-Z0-9]{6,}$' THEN channel ELSE lower(ltrim(channel, '#')) END, 'confirmed'::"LinkState", now()
FROM "CeremonyRule" WHERE channel IS NOT NULL AND enabled
ON CONFLICT DO NOTHING;

SELECT guard_workspaces();
