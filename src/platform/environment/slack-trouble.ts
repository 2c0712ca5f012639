// What is wrong with Slack or its tokens, in words, for `npm start`, the commands and `doctor` alike.
import { cures } from '#platform/delivery/errors.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import { wordsOf } from './code-of.ts'
import { networkTrouble } from './network-trouble.ts'

export type SlackToken = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

const whereFrom: Record<SlackToken, string> = {
  SLACK_BOT_TOKEN: 'Copy SLACK_BOT_TOKEN anew from “OAuth & Permissions”, or check SLACK_API_URL.',
  SLACK_APP_TOKEN:
    'Copy SLACK_APP_TOKEN anew from “Basic Information” (it needs connections:write), or check SLACK_API_URL.',
}

/**
 * @param address the Web API's
 * @param token what the call was made with
 */
export function slackTrouble(error: unknown, address: string, token: SlackToken): SprintkeeperError {
  if (error instanceof SprintkeeperError) return error
  const refusal = refusalOf(error)
  if (refusal) {
    const cure = token === 'SLACK_BOT_TOKEN' ? cures[refusal] : null
    return trouble(`Slack refuses ${token}: ${refusal}.`, cure ?? whereFrom[token], error)
  }
  const original = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const unreached = networkTrouble(original, address)
  const reach = !address.startsWith('https://slack.com/')
    ? 'Correct SLACK_API_URL, or start what should answer there.'
    : 'Check this host’s way to the internet (a proxy, a firewall), and status.slack.com.'
  if (unreached) return trouble(`Slack cannot be reached: ${unreached}.`, reach, error)
  if (
    original instanceof SyntaxError ||
    (error instanceof Error && 'data' in error) ||
    (error instanceof Error && 'statusCode' in error)
  )
    return trouble(`What answers at ${address} is not Slack’s Web API: ${wordsOf(error)}.`, reach, error)
  return trouble(`Slack at ${address} cannot be used: ${wordsOf(original)}.`, reach, error)
}

/** Slack's word for why it refused a call; null: it did not answer, or not so. */
export function refusalOf(error: unknown): string | null {
  const data = error instanceof Error && 'data' in error ? (error.data as { error?: string }) : null
  // A page that is not Slack's is given as the word, by Slack's client.
  return data?.error && /^\w+$/.test(data.error) ? data.error : null
}

const trouble = (text: string, hint: string, cause: unknown) =>
  new SprintkeeperError('slack_unusable', text, hint, { cause })
