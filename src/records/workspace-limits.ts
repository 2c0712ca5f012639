// What an admin of the workspace set for all its teams: who may start one, and the channels that are closed.
import type { Services } from '#platform/services.ts'
import type { Workspace } from '#platform/store/generated/client.ts'

export type WorkspaceLimits = Pick<Workspace, 'teamCreators' | 'teamCreatorIds' | 'closedChannels'>

export function workspaceLimits({
  db,
  workspaceId,
}: Pick<Services, 'db' | 'workspaceId'>): Promise<WorkspaceLimits> {
  return db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { teamCreators: true, teamCreatorIds: true, closedChannels: true },
  })
}

/** Whether an admin closed the channel: no team is held there and nothing is posted, whoever asks for it. */
export async function isClosed(services: Services, channelId: string): Promise<boolean> {
  return (await workspaceLimits(services)).closedChannels.includes(channelId)
}
