// Slack's channels by name, so that the channels that a plan names are found.
import type { Services } from '#platform/services.ts'

/** Ids of the channels that the bot can see, by name without "#". One that the bot is in wins over one it is not. */
export async function channelsByName(services: Services): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const pages = services.web.paginate('conversations.list', {
    types: 'public_channel,private_channel',
    exclude_archived: true,
    limit: 1000,
  })
  for await (const page of pages) {
    const { channels } = page as { channels?: { id?: string; name?: string; is_member?: boolean }[] }
    for (const { id, name, is_member: isMember } of channels ?? [])
      if (id && name && (isMember || !found.has(name))) found.set(name, id)
  }
  return found
}
