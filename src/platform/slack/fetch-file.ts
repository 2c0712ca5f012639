// A file that was shared with the app, fetched from Slack with the bot's token: from Slack alone, and within bounds.
import type { WebClient } from '@slack/web-api'
import { SprintkeeperError } from '#platform/errors.ts'

const withinMillis = 30_000

/**
 * The bytes of a file. The token goes to Slack over https, or to the address that SLACK_API_URL names; a file that only
 * links elsewhere is not fetched, and no redirect is followed.
 *
 * @throws SprintkeeperError `file_unreadable`, `plan_too_large` as soon as more than `mostBytes` came
 */
export async function fetchFile(
  { slackApiUrl, token }: Pick<WebClient, 'slackApiUrl' | 'token'>,
  url: string,
  mostBytes: number,
): Promise<Uint8Array> {
  if (!isSlack(url, slackApiUrl)) throw unreadable()
  const response = await fetch(url, {
    redirect: 'error',
    headers: { authorization: `Bearer ${token ?? ''}` },
    signal: AbortSignal.timeout(withinMillis),
  }).catch((error: unknown) => {
    throw unreadable(error)
  })
  // Slack answers a missing scope with its sign-in page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  if (!response.ok || isPage) {
    await response.body?.cancel()
    throw unreadable()
  }
  return read(response, mostBytes)
}

async function read({ body, headers }: Response, mostBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new SprintkeeperError(
      'plan_too_large',
      `That file is larger than a plan may be (${mostBytes / 1024 / 1024} MB).`,
      'Import the sprint that you work on, and keep its history in other files.',
    )
  if (!body) return new Uint8Array()
  if (Number(headers.get('content-length') ?? 0) > mostBytes) {
    await body.cancel()
    throw tooLarge()
  }
  const parts: Uint8Array[] = []
  let size = 0
  try {
    // Leaving the loop cancels the rest of the body.
    for await (const part of body) {
      size += part.byteLength
      if (size > mostBytes) throw tooLarge()
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof SprintkeeperError ? error : unreadable(error)
  }
  return Buffer.concat(parts)
}

const unreadable = (cause?: unknown) =>
  new SprintkeeperError(
    'file_unreadable',
    'The file could not be fetched from Slack.',
    'Try again, or paste its text; if it stays, the app may lack the scope files:read.',
    { cause },
  )

/** Slack's own hosts by https, or the very origin that the Web API is called at. */
function isSlack(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { origin, hostname, protocol, port } = new URL(url)
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && port === '' && /(^|\.)slack\.com$/.test(hostname)
}
