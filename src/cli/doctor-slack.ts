// `doctor` on Slack: is the token good, has it every scope, is the app in the channels of the teams.

import { cures } from '#platform/delivery/errors.ts'
import { webClient } from '#platform/delivery/web-client.ts'
import { refusalOf, slackTrouble } from '#platform/environment/slack-trouble.ts'
import { explain } from '#platform/errors.ts'
import { requiredScopes } from '#platform/slack/scopes.ts'
import type { SlackConfig } from '#platform/slack/slack-config.ts'
import type { Config } from '../config.ts'
import type { Finding } from './finding.ts'

type Note = (state: Finding['state'], text: string, cure?: string | null) => void

export async function examineSlack(config: Config, channels: string[], findings: Finding[]): Promise<void> {
  const note: Note = (state, text, cure = null) => {
    findings.push({ subject: 'Slack', state, text, cure })
  }
  if (!config.slack) {
    note('ok', 'not connected: the local workspace runs instead')
    return
  }
  const { botToken, appToken, apiUrl } = config.slack
  const web = webClient(botToken, apiUrl ? { apiUrl } : {})
  try {
    const who = await web.auth.test()
    note('ok', `${who.team ?? 'a workspace'}, as ${who.user ?? 'the app'}`)
    const granted = who.response_metadata?.scopes
    const missing = granted ? requiredScopes.filter((scope) => !granted.includes(scope)) : []
    if (missing.length)
      note(
        'wrong',
        `the token lacks ${missing.join(', ')}`,
        'Update the app from slack-manifest.yaml, and install it again.',
      )
    else if (granted) note('ok', 'the token has every scope that is used')
  } catch (error) {
    const { message, hint } = slackTrouble(error, web.slackApiUrl, 'SLACK_BOT_TOKEN')
    note('wrong', message, hint)
    return
  }
  if (appToken) await examineAppToken(appToken, config.slack, note)
  for (const channel of new Set(channels)) {
    try {
      const { channel: found } = await web.conversations.info({ channel })
      const name = `#${found?.name ?? channel}`
      if (found?.is_archived) note('wrong', `${name} is archived`, cures.is_archived)
      else if (!found?.is_member)
        note('wrong', `the app is not in ${name}`, `Type /invite @Sprintkeeper in ${name}.`)
      else note('ok', `the app is in ${name}`)
    } catch (error) {
      const code = codeOf(error)
      note('wrong', `${channel}: ${code}`, cures[code] ?? 'Choose another channel in /sprint team.')
    }
  }
}

async function examineAppToken(token: string, slack: SlackConfig, note: Note): Promise<void> {
  const web = webClient(token, slack.apiUrl ? { apiUrl: slack.apiUrl } : {})
  try {
    await web.apps.connections.open({})
    note('ok', 'Socket Mode: the app token is good')
  } catch (error) {
    const { message, hint } = slackTrouble(error, web.slackApiUrl, 'SLACK_APP_TOKEN')
    note('wrong', message, hint)
  }
}

/** Slack's word for what went wrong, else the error's own. */
const codeOf = (error: unknown): string => refusalOf(error) ?? explain(error)
