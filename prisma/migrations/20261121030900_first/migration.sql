-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "HolidayRule" AS ENUM ('skip', 'move');

-- CreateEnum
CREATE TYPE "SprintState" AS ENUM ('planned', 'active', 'closed');

-- CreateEnum
CREATE TYPE "ItemStatus" AS ENUM ('backlog', 'ready', 'in_progress', 'in_review', 'blocked', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "ItemField" AS ENUM ('added', 'removed', 'status', 'estimate', 'title', 'owner', 'sprint');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "CeremonyKind" AS ENUM ('planning', 'standup', 'refinement', 'review', 'retro', 'delta', 'risk_digest', 'stakeholder_digest', 'key_date', 'dependency_due', 'sync');

-- CreateEnum
CREATE TYPE "OccurrenceState" AS ENUM ('planned', 'open', 'closed', 'skipped', 'missed');

-- CreateEnum
CREATE TYPE "BlockerState" AS ENUM ('open', 'taken', 'escalated', 'resolved');

-- CreateEnum
CREATE TYPE "RetroColumn" AS ENUM ('well', 'didnt', 'try');

-- CreateEnum
CREATE TYPE "ActionState" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('due', 'leased', 'sending', 'sent', 'retry', 'unknown', 'dead');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('post', 'edit');

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "slackTeamId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "ownTimeZone" TEXT,
    "workStart" TEXT,
    "workEnd" TEXT,
    "workingDays" TEXT[],
    "country" TEXT,
    "region" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "isBot" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "channelId" TEXT,
    "stakeholderChannelId" TEXT,
    "workingDays" TEXT[] DEFAULT ARRAY['MO', 'TU', 'WE', 'TH', 'FR']::TEXT[],
    "country" TEXT,
    "region" TEXT,
    "onHoliday" "HolidayRule" NOT NULL DEFAULT 'skip',
    "retroAnonymous" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("teamId","personId")
);

-- CreateTable
CREATE TABLE "PlanName" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "personId" UUID,

    CONSTRAINT "PlanName_pkey" PRIMARY KEY ("teamId","name")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamDayOff" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "TeamDayOff_pkey" PRIMARY KEY ("teamId","date")
);

-- CreateTable
CREATE TABLE "PlanSource" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "side" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PlanSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanRevision" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "diagnostics" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,

    CONSTRAINT "PlanRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sprint" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER,
    "theme" TEXT,
    "state" "SprintState" NOT NULL DEFAULT 'planned',
    "position" INTEGER NOT NULL,
    "start" DATE,
    "end" DATE,
    "datesFrom" TEXT,
    "lengthDays" INTEGER,
    "goals" TEXT[],
    "capacityLow" DOUBLE PRECISION,
    "capacityHigh" DOUBLE PRECISION,
    "committed" DOUBLE PRECISION,
    "capacityUnit" TEXT,
    "definitionOfReady" TEXT[],
    "definitionOfDone" TEXT[],
    "line" INTEGER NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Sprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sprintId" UUID,
    "key" TEXT NOT NULL,
    "keyStated" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "epic" TEXT,
    "kind" TEXT,
    "estimateValue" DOUBLE PRECISION,
    "estimateUnit" TEXT,
    "estimateSize" TEXT,
    "stretch" BOOLEAN NOT NULL DEFAULT false,
    "status" "ItemStatus" NOT NULL DEFAULT 'backlog',
    "planStatus" "ItemStatus",
    "priority" TEXT,
    "ownerId" UUID,
    "assignees" TEXT[],
    "labels" TEXT[],
    "acceptance" TEXT[],
    "tasks" JSONB NOT NULL,
    "description" TEXT,
    "links" TEXT[],
    "dependsOn" TEXT[],
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "statusAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemEvent" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "sprintId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "field" "ItemField" NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "personId" UUID,
    "revisionId" UUID,

    CONSTRAINT "ItemEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objective" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sprintId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "metric" TEXT,
    "baseline" TEXT,
    "target" TEXT,
    "direction" TEXT,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,

    CONSTRAINT "Objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "objectiveId" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Risk" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sprintId" UUID,
    "ref" TEXT,
    "title" TEXT NOT NULL,
    "likelihood" "Level",
    "impact" "Level",
    "mitigation" TEXT,
    "owner" TEXT,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dependency" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sprintId" UUID,
    "ref" TEXT,
    "text" TEXT NOT NULL,
    "on" TEXT,
    "due" DATE,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Experiment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sprintId" UUID NOT NULL,
    "ref" TEXT,
    "hypothesis" TEXT NOT NULL,
    "metric" TEXT,
    "effect" TEXT,
    "duration" TEXT,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,

    CONSTRAINT "Experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sprintId" UUID,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CeremonySetting" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "kind" "CeremonyKind" NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "recurrence" JSONB,
    "start" TEXT,
    "windowMinutes" INTEGER,

    CONSTRAINT "CeremonySetting_pkey" PRIMARY KEY ("teamId","kind")
);

-- CreateTable
CREATE TABLE "CeremonyRule" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sprintId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "CeremonyKind" NOT NULL,
    "title" TEXT NOT NULL,
    "recurrence" JSONB NOT NULL,
    "start" TEXT NOT NULL,
    "windowMinutes" INTEGER NOT NULL,
    "zone" TEXT,
    "channel" TEXT,
    "origin" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "line" INTEGER,

    CONSTRAINT "CeremonyRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sprintId" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "kind" "CeremonyKind" NOT NULL,
    "title" TEXT NOT NULL,
    "localDate" DATE NOT NULL,
    "slot" INTEGER NOT NULL DEFAULT 0,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "OccurrenceState" NOT NULL DEFAULT 'planned',
    "step" TEXT NOT NULL DEFAULT 'open',
    "nextAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "missedTold" BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "occurrenceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "done" TEXT NOT NULL DEFAULT '',
    "today" TEXT NOT NULL DEFAULT '',
    "blockers" TEXT NOT NULL DEFAULT '',
    "skipped" TEXT,
    "via" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "sourceTs" TEXT,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckInEdit" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "CheckInEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blocker" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "sprintId" UUID,
    "itemId" UUID,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "severity" "Level" NOT NULL,
    "state" "BlockerState" NOT NULL DEFAULT 'open',
    "raisedById" UUID NOT NULL,
    "helperId" UUID,
    "takenById" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "escalatedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "itemStatus" "ItemStatus",

    CONSTRAINT "Blocker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlockerEvent" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "blockerId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "BlockerState" NOT NULL,
    "personId" UUID,
    "note" TEXT,

    CONSTRAINT "BlockerEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetroNote" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "occurrenceId" UUID NOT NULL,
    "column" "RetroColumn" NOT NULL,
    "text" TEXT NOT NULL,
    "personId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RetroNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetroVote" (
    "workspaceId" UUID NOT NULL,
    "noteId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "RetroVote_pkey" PRIMARY KEY ("noteId","personId")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "occurrenceId" UUID,
    "text" TEXT NOT NULL,
    "ownerId" UUID,
    "due" DATE,
    "state" "ActionState" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "strand" TEXT NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "teamId" UUID,
    "channel" TEXT NOT NULL,
    "threadKey" TEXT,
    "threadTs" TEXT,
    "editsKey" TEXT,
    "payload" JSONB NOT NULL,
    "state" "MessageState" NOT NULL DEFAULT 'due',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "leasedUntil" TIMESTAMPTZ(3),
    "leasedBy" TEXT,
    "retryAt" TIMESTAMPTZ(3),
    "sendingAt" TIMESTAMPTZ(3),
    "postedIn" TEXT,
    "ts" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Handled" (
    "workspaceId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Handled_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Tick" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "process" TEXT NOT NULL,
    "moved" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "millis" INTEGER NOT NULL,

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "teamId" UUID,
    "personId" UUID,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slackTeamId_key" ON "Workspace"("slackTeamId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_workspaceId_slackUserId_key" ON "Person"("workspaceId", "slackUserId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_workspaceId_slug_key" ON "Team"("workspaceId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Team_workspaceId_channelId_key" ON "Team"("workspaceId", "channelId");

-- CreateIndex
CREATE INDEX "Absence_personId_to_idx" ON "Absence"("personId", "to");

-- CreateIndex
CREATE UNIQUE INDEX "PlanSource_teamId_path_side_key" ON "PlanSource"("teamId", "path", "side");

-- CreateIndex
CREATE UNIQUE INDEX "PlanRevision_sourceId_number_key" ON "PlanRevision"("sourceId", "number");

-- CreateIndex
CREATE INDEX "Sprint_teamId_start_idx" ON "Sprint"("teamId", "start");

-- CreateIndex
CREATE INDEX "Sprint_state_end_idx" ON "Sprint"("state", "end");

-- CreateIndex
CREATE UNIQUE INDEX "Sprint_sourceId_name_key" ON "Sprint"("sourceId", "name");

-- CreateIndex
CREATE INDEX "Item_teamId_key_idx" ON "Item"("teamId", "key");

-- CreateIndex
CREATE INDEX "Item_sprintId_status_idx" ON "Item"("sprintId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Item_sourceId_key_key" ON "Item"("sourceId", "key");

-- CreateIndex
CREATE INDEX "ItemEvent_teamId_at_idx" ON "ItemEvent"("teamId", "at");

-- CreateIndex
CREATE INDEX "ItemEvent_sprintId_at_idx" ON "ItemEvent"("sprintId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Objective_sprintId_text_key" ON "Objective"("sprintId", "text");

-- CreateIndex
CREATE INDEX "Reading_objectiveId_at_idx" ON "Reading"("objectiveId", "at");

-- CreateIndex
CREATE INDEX "Risk_teamId_idx" ON "Risk"("teamId");

-- CreateIndex
CREATE INDEX "Dependency_teamId_idx" ON "Dependency"("teamId");

-- CreateIndex
CREATE INDEX "Decision_teamId_decidedAt_idx" ON "Decision"("teamId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CeremonyRule_sprintId_key_key" ON "CeremonyRule"("sprintId", "key");

-- CreateIndex
CREATE INDEX "Occurrence_nextAt_idx" ON "Occurrence"("nextAt");

-- CreateIndex
CREATE INDEX "Occurrence_teamId_opensAt_idx" ON "Occurrence"("teamId", "opensAt");

-- CreateIndex
CREATE UNIQUE INDEX "Occurrence_ruleId_localDate_slot_key" ON "Occurrence"("ruleId", "localDate", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_occurrenceId_personId_key" ON "CheckIn"("occurrenceId", "personId");

-- CreateIndex
CREATE INDEX "Blocker_teamId_state_idx" ON "Blocker"("teamId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Blocker_teamId_number_key" ON "Blocker"("teamId", "number");

-- CreateIndex
CREATE INDEX "BlockerEvent_teamId_at_idx" ON "BlockerEvent"("teamId", "at");

-- CreateIndex
CREATE INDEX "RetroNote_occurrenceId_idx" ON "RetroNote"("occurrenceId");

-- CreateIndex
CREATE INDEX "Action_teamId_state_idx" ON "Action"("teamId", "state");

-- CreateIndex
CREATE INDEX "Message_state_dueAt_idx" ON "Message"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Message_workspaceId_strand_sequence_idx" ON "Message"("workspaceId", "strand", "sequence");

-- CreateIndex
CREATE INDEX "Message_workspaceId_channel_state_sequence_idx" ON "Message"("workspaceId", "channel", "state", "sequence");

-- CreateIndex
CREATE INDEX "Message_workspaceId_postedIn_ts_idx" ON "Message"("workspaceId", "postedIn", "ts");

-- CreateIndex
CREATE INDEX "Message_workspaceId_editsKey_idx" ON "Message"("workspaceId", "editsKey");

-- CreateIndex
CREATE INDEX "Message_workspaceId_threadKey_idx" ON "Message"("workspaceId", "threadKey");

-- CreateIndex
CREATE UNIQUE INDEX "Message_workspaceId_key_key" ON "Message"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Handled_at_idx" ON "Handled"("at");

-- CreateIndex
CREATE INDEX "Tick_at_idx" ON "Tick"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_at_idx" ON "AuditEntry"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanName" ADD CONSTRAINT "PlanName_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanName" ADD CONSTRAINT "PlanName_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamDayOff" ADD CONSTRAINT "TeamDayOff_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSource" ADD CONSTRAINT "PlanSource_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRevision" ADD CONSTRAINT "PlanRevision_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "PlanSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sprint" ADD CONSTRAINT "Sprint_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sprint" ADD CONSTRAINT "Sprint_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "PlanSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "PlanSource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemEvent" ADD CONSTRAINT "ItemEvent_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objective" ADD CONSTRAINT "Objective_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_objectiveId_fkey" FOREIGN KEY ("objectiveId") REFERENCES "Objective"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Experiment" ADD CONSTRAINT "Experiment_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CeremonySetting" ADD CONSTRAINT "CeremonySetting_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CeremonyRule" ADD CONSTRAINT "CeremonyRule_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CeremonyRule" ADD CONSTRAINT "CeremonyRule_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "CeremonyRule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInEdit" ADD CONSTRAINT "CheckInEdit_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blocker" ADD CONSTRAINT "Blocker_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blocker" ADD CONSTRAINT "Blocker_sprintId_fkey" FOREIGN KEY ("sprintId") REFERENCES "Sprint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blocker" ADD CONSTRAINT "Blocker_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockerEvent" ADD CONSTRAINT "BlockerEvent_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "Blocker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetroNote" ADD CONSTRAINT "RetroNote_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetroVote" ADD CONSTRAINT "RetroVote_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "RetroNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
