// `doctor` on Slack: is the token good, has it every scope, is the app in the channels of the teams.
import type { Config } from '../config.ts'
import { cures } from '../delivery/errors.ts'
import { webClient } from '../delivery/web-client.ts'
import { explain } from '../errors.ts'
import { requiredScopes } from '../slack/app/scopes.ts'
import type { Finding } from './finding.ts'

export async function examineSlack(config: Config, channels: string[], findings: Finding[]): Promise<void> {
  const note = (state: Finding['state'], text: string, cure: string | null = null) => {
    findings.push({ subject: 'Slack', state, text, cure })
  }
  if (!config.slack) {
    note('ok', 'not connected: the local workspace runs instead')
    return
  }
  const { botToken, apiUrl } = config.slack
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
    const code = codeOf(error)
    const cure = 'Copy SLACK_BOT_TOKEN anew from “OAuth & Permissions”, or check SLACK_API_URL.'
    note('wrong', `the token was refused: ${code}`, cures[code] ?? cure)
    return
  }
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

/** Slack's word for what went wrong, else the error's own. */
const codeOf = (error: unknown): string => {
  const data = error instanceof Error && 'data' in error ? (error.data as { error?: string }) : null
  return data?.error ?? explain(error)
}
