-- CreateEnum
CREATE TYPE "TeamCreators" AS ENUM ('everyone', 'admins', 'named');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "closedChannels" TEXT[],
ADD COLUMN     "teamCreatorIds" TEXT[],
ADD COLUMN     "teamCreators" "TeamCreators" NOT NULL DEFAULT 'everyone';
