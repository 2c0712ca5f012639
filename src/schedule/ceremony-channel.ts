// Where a ceremony speaks: the channel that its rule names, else the team's (or its stakeholders').
import type { Services } from '#platform/services.ts'
import { channelsByName } from '#platform/slack/channels.ts'
import type { DueOccurrence, StepResult } from './steps.ts'

const channelId = /^[CGD][A-Z0-9]{6,}$/

/**
 * The channel's id; null where the team has none. A channel that the plan names and the bot cannot see is passed over:
 * the team's own channel is better than silence.
 */
export async function ceremonyChannel(
  services: Services,
  { rule, team }: Pick<DueOccurrence, 'rule' | 'team'>,
): Promise<string | null> {
  const own =
    rule.kind === 'stakeholder_digest' ? (team.stakeholderChannelId ?? team.channelId) : team.channelId
  if (rule.channel === null) return own
  if (channelId.test(rule.channel)) return rule.channel
  const name = rule.channel.replace(/^#/, '').toLowerCase()
  try {
    return (await channelsByName(services)).get(name) ?? own
  } catch (error) {
    services.log.warn({ workspace: services.workspaceId, err: error }, 'channels could not be listed')
    return own
  }
}

/** What becomes of a ceremony that has nowhere to speak. */
export const skippedNoChannel: StepResult = {
  state: 'skipped',
  step: 'closed',
  nextAt: null,
  reason: 'skipped: the team has no channel; choose one with /sprint team',
}
