// Where a ceremony speaks: the channel that its rule names, else the team's (or its stakeholders').
import type { Services } from '#platform/services.ts'
import { channelsByName } from '#platform/slack/channels.ts'
import { mayPostIn, pinLink, stakeholdersOf } from '#records/channel-links.ts'
import { isClosed } from '#records/workspace-limits.ts'
import type { DueOccurrence, StepResult } from './steps.ts'

const channelId = /^[CGD][A-Z0-9]{6,}$/

/**
 * The channel's id; null where the team has none. A channel that the plan names is passed over where the bot cannot see
 * it, an admin closed it, or nobody of it confirmed yet: the team's own channel is better than silence.
 */
export async function ceremonyChannel(
  services: Services,
  { rule, team }: Pick<DueOccurrence, 'rule' | 'team'>,
): Promise<string | null> {
  const { db } = services
  const outside = rule.kind === 'stakeholder_digest' ? await stakeholdersOf(db, team) : null
  const own = outside ?? team.channelId
  if (rule.channel === null) return own
  const stated = await statedChannel(services, rule.channel)
  if (stated === null || (await isClosed(services, stated))) return own
  await pinLink(services, team, rule.channel, stated)
  return (await mayPostIn(db, team, stated)) ? stated : own
}

/** The id of a channel that a plan states by id or name; null: the bot cannot see it. */
export async function statedChannel(services: Services, stated: string): Promise<string | null> {
  if (channelId.test(stated)) return stated
  try {
    return (await channelsByName(services)).get(stated.replace(/^#/, '').toLowerCase()) ?? null
  } catch (error) {
    services.log.warn({ workspace: services.workspaceId, err: error }, 'channels could not be listed')
    return null
  }
}

/** What becomes of a ceremony that has nowhere to speak. */
export const skippedNoChannel: StepResult = {
  state: 'skipped',
  step: 'closed',
  nextAt: null,
  reason: 'skipped: the team has no channel; choose one with /sprint team',
}
