-- CreateEnum
CREATE TYPE "TeamRoleKind" AS ENUM ('facilitator', 'admitted', 'left_out');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "enterpriseId" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "isAdmin" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isGuest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isStranger" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN     "anonymous" BOOLEAN,
ADD COLUMN     "voteKey" TEXT;

-- What was promised to a retro that has notes or has opened holds for it from now on.
UPDATE "Occurrence" occurrence SET "anonymous" = team."retroAnonymous" FROM "Team" team
WHERE team.id = occurrence."teamId" AND occurrence.kind = 'retro'
  AND (occurrence.state <> 'planned' OR EXISTS (SELECT FROM "RetroNote" note WHERE note."occurrenceId" = occurrence.id));

-- AlterTable: the time of an anonymous note, in its column and in its id, tells of its author.
ALTER TABLE "RetroNote" DROP COLUMN "createdAt";
UPDATE "RetroNote" SET id = gen_random_uuid() WHERE "personId" IS NULL;

-- AlterTable: voters stay countable, a name a retro, and are known no more.
ALTER TABLE "RetroVote" ADD COLUMN "voter" TEXT;
WITH keys AS MATERIALIZED (SELECT id, gen_random_uuid()::text AS key FROM "Occurrence" WHERE kind = 'retro')
UPDATE "RetroVote" vote SET "voter" = encode(sha256(convert_to(keys.key || vote."personId"::text, 'UTF8')), 'hex')
FROM "RetroNote" note JOIN keys ON keys.id = note."occurrenceId" WHERE note.id = vote."noteId";
ALTER TABLE "RetroVote" DROP CONSTRAINT "RetroVote_pkey",
DROP COLUMN "personId",
ALTER COLUMN "voter" SET NOT NULL,
ADD CONSTRAINT "RetroVote_pkey" PRIMARY KEY ("noteId", "voter");

-- CreateTable
CREATE TABLE "ChannelMember" (
    "workspaceId" UUID NOT NULL,
    "channelId" TEXT NOT NULL,
    "slackUserId" TEXT NOT NULL,

    CONSTRAINT "ChannelMember_pkey" PRIMARY KEY ("workspaceId","channelId","slackUserId")
);

-- CreateTable
CREATE TABLE "TeamRole" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "TeamRoleKind" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamRole_pkey" PRIMARY KEY ("teamId","personId","role")
);

-- AddForeignKey
ALTER TABLE "TeamRole" ADD CONSTRAINT "TeamRole_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamRole" ADD CONSTRAINT "TeamRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A team of before is facilitated by whoever imported its newest plan; where a folder or a pipeline did, by whoever
-- changes its settings first (src/records/access.ts).
INSERT INTO "TeamRole" ("workspaceId", "teamId", "personId", "role", "since")
SELECT newest."workspaceId", newest."teamId", person.id, 'facilitator', now()
FROM (
  SELECT DISTINCT ON (source."teamId") source."workspaceId", source."teamId", revision."personId"
  FROM "PlanRevision" revision JOIN "PlanSource" source ON source.id = revision."sourceId"
  ORDER BY source."teamId", revision."importedAt" DESC, revision.number DESC
) newest JOIN "Person" person ON person.id = newest."personId";
