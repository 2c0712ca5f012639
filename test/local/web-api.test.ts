// The local Slack's Web API through Slack's own client.
import { type ErrorCode, WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  BOT,
  ELSEWHERE,
  MAYA,
  PRIYA,
  SECRET,
  SQUAD,
  STAKEHOLDERS,
  startTestSlack,
  type TestSlack,
  TOMAS,
} from '../support/slack.ts'

let slack: TestSlack
let client: WebClient

beforeAll(async () => {
  slack = await startTestSlack({ scopes: undefined })
  client = new WebClient(slack.botToken, { slackApiUrl: slack.url, retryConfig: { retries: 0 } })
})
afterAll(() => slack.close())

const metadata = { event_type: 'standup', event_payload: { key: 'standup:squad:2026-01-05:open' } }

/** The error code that Slack's client reports of a refused call. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (failure: { code: ErrorCode; data?: { error: string } }) => failure,
  )
  return error?.data?.error
}

describe('posting', () => {
  it('stores a message with its metadata, and tells it only to those who ask for metadata', async () => {
    const { ts } = await client.chat.postMessage({ channel: SQUAD, text: 'Open', metadata })
    const plain = await client.conversations.history({ channel: SQUAD, limit: 1 })
    expect(plain.messages?.[0]).toMatchObject({ ts, text: 'Open', user: BOT, bot_id: 'B0TEST' })
    expect(plain.messages?.[0]?.metadata).toBeUndefined()
    const full = await client.conversations.history({ channel: SQUAD, limit: 1, include_all_metadata: true })
    expect(full.messages?.[0]?.metadata).toEqual(metadata)
  })

  it('refuses channels that the app cannot post to, each with its own error', async () => {
    slack.archive(STAKEHOLDERS)
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'x' }))
    expect(await Promise.all([post('C0NOWHERE'), post(SECRET), post(ELSEWHERE), post(STAKEHOLDERS)])).toEqual(
      ['channel_not_found', 'channel_not_found', 'not_in_channel', 'is_archived'],
    )
    slack.archive(STAKEHOLDERS, false)
  })

  it('refuses what breaks the rules of messages', async () => {
    const divider = { type: 'divider' as const }
    const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'x'.repeat(2700) } }
    const post = (body: object) => refusal(client.apiCall('chat.postMessage', { channel: SQUAD, ...body }))
    expect(await post({ text: '' })).toBe('no_text')
    expect(await post({ blocks: [divider] })).toBe('no_text')
    expect(await post({ text: 'x'.repeat(40_001) })).toBe('msg_too_long')
    expect(await post({ text: 'x', blocks: Array(51).fill(divider) })).toBe('invalid_blocks')
    expect(await post({ text: 'x', blocks: Array(5).fill(section) })).toBe('msg_blocks_too_long')
    expect(await post({ text: 'x', metadata: { event_type: 'x' } })).toBe('invalid_metadata_format')
    expect(await post({ text: 'x', thread_ts: '1.000001' })).toBe('thread_not_found')
  })

  it('edits and deletes its own messages only, and keeps what an edit leaves out', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: SQUAD, text: 'Before', metadata })
    await client.chat.update({ channel: SQUAD, ts, text: 'After' })
    expect(slack.messages(SQUAD).at(-1)).toMatchObject({ text: 'After', metadata, edited: { user: BOT } })
    const said = slack.workspace.message(SQUAD, await sayWithoutApp())
    const foreign = said?.ts ?? ''
    expect(await refusal(client.chat.update({ channel: SQUAD, ts: foreign, text: 'x' }))).toBe(
      'cant_update_message',
    )
    expect(await refusal(client.chat.delete({ channel: SQUAD, ts: foreign }))).toBe('cant_delete_message')
    await client.chat.delete({ channel: SQUAD, ts })
    expect(slack.workspace.message(SQUAD, ts)).toBeUndefined()
    expect(await refusal(client.chat.update({ channel: SQUAD, ts, text: 'x' }))).toBe('message_not_found')
  })

  async function sayWithoutApp(): Promise<string> {
    await expect(slack.asUser(MAYA).say(SQUAD, 'Mine')).rejects.toThrow(
      'no app is connected over Socket Mode',
    )
    return slack.messages(SQUAD).at(-1)?.ts ?? ''
  }

  it('shows an ephemeral message to its reader alone', async () => {
    await client.chat.postEphemeral({ channel: SQUAD, user: TOMAS, text: 'Psst' })
    expect(slack.ephemerals(TOMAS).map(({ text }) => text)).toEqual(['Psst'])
    expect(slack.messages(SQUAD).some(({ text }) => text === 'Psst')).toBe(false)
    expect(await refusal(client.chat.postEphemeral({ channel: STAKEHOLDERS, user: TOMAS, text: 'x' }))).toBe(
      'user_not_in_channel',
    )
  })

  it('brings a message to a person by channel and by user id into one conversation', async () => {
    const { channel } = await client.conversations.open({ users: PRIYA })
    await client.chat.postMessage({ channel: channel?.id ?? '', text: 'One' })
    await client.chat.postMessage({ channel: PRIYA, text: 'Two' })
    expect(slack.directMessages(PRIYA).map(({ text }) => text)).toEqual(['One', 'Two'])
  })
})

describe('reading', () => {
  it('counts a thread on its first message, and gives the thread from any of its messages', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: STAKEHOLDERS, text: 'Root' })
    const first = await client.chat.postMessage({ channel: STAKEHOLDERS, text: 'A', thread_ts: ts })
    await client.chat.postMessage({ channel: STAKEHOLDERS, text: 'B', thread_ts: ts })
    const { messages } = await client.conversations.replies({ channel: STAKEHOLDERS, ts: first.ts ?? '' })
    expect(messages?.map(({ text }) => text)).toEqual(['Root', 'A', 'B'])
    expect(messages?.[0]).toMatchObject({ reply_count: 2, reply_users: [BOT], thread_ts: ts })
    const history = await client.conversations.history({ channel: STAKEHOLDERS })
    expect(history.messages?.map(({ text }) => text)).toEqual(['Root'])
  })

  it('pages and bounds history', async () => {
    const stamps: string[] = []
    for (const text of ['1', '2', '3', '4', '5']) {
      stamps.push((await client.chat.postMessage({ channel: PRIYA, text })).ts ?? '')
    }
    const channel = slack.directMessageChannel(PRIYA)
    const texts = async (bounds: object) =>
      (await client.conversations.history({ channel, limit: 100, ...bounds })).messages?.map(
        ({ text }) => text,
      )
    expect(await texts({ oldest: stamps[1], latest: stamps[3] })).toEqual(['3'])
    expect(await texts({ oldest: stamps[1], latest: stamps[3], inclusive: true })).toEqual(['4', '3', '2'])
    const pages: (string | undefined)[] = []
    const bounds = { channel, limit: 3, oldest: stamps[0], inclusive: true }
    let cursor: string | undefined
    do {
      const page = await client.conversations.history({ ...bounds, cursor })
      pages.push(page.messages?.map(({ text }) => text).join())
      cursor = page.response_metadata?.next_cursor
    } while (cursor)
    expect(pages).toEqual(['5,4,3', '2,1'])
  })

  it('lists channels, members and people', async () => {
    const { channels = [] } = await client.conversations.list({})
    expect(channels.map(({ name, is_member: joined }) => [name, joined])).toEqual([
      ['general', true],
      ['squad', true],
      ['stakeholders', true],
      ['elsewhere', false],
    ])
    expect((await client.conversations.members({ channel: SQUAD })).members).toEqual([
      BOT,
      MAYA,
      TOMAS,
      PRIYA,
    ])
    const { user } = await client.users.info({ user: PRIYA })
    expect(user).toMatchObject({
      real_name: 'Priya Raman',
      tz: 'Asia/Kolkata',
      profile: { display_name: 'Priya' },
    })
    expect((await client.users.list({})).members?.find(({ id }) => id === BOT)?.is_bot).toBe(true)
    expect(await client.auth.test()).toMatchObject({ team_id: 'T0TEST', user_id: BOT, bot_id: 'B0TEST' })
    expect(await refusal(client.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found')
  })

  it('gives a permalink that names channel and message', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: SQUAD, text: 'Here' })
    const { permalink } = await client.chat.getPermalink({ channel: SQUAD, message_ts: ts })
    expect(permalink).toMatch(new RegExp(`/archives/${SQUAD}/p${ts.replace('.', '')}$`))
  })
})

describe('files', () => {
  it('takes an upload in three steps, shares it, and gives its bytes to the app alone', async () => {
    const bytes = Buffer.from('PNG, nearly')
    await client.files.uploadV2({
      channel_id: SQUAD,
      filename: 'burndown.png',
      file: bytes,
      title: 'Burndown',
      alt_text: 'A line that falls',
    })
    const shared = slack.messages(SQUAD).at(-1)
    expect(shared?.files?.[0]).toMatchObject({
      title: 'Burndown',
      mimetype: 'image/png',
      size: bytes.length,
      alt_txt: 'A line that falls',
    })
    const address = String(shared?.files?.[0]?.url_private)
    const withToken = await fetch(address, { headers: { authorization: `Bearer ${slack.botToken}` } })
    expect(Buffer.from(await withToken.arrayBuffer())).toEqual(bytes)
    expect((await fetch(address)).status).toBe(404)
  })
})

describe('tokens and scopes', () => {
  it('refuses a wrong token, and a right one in the wrong place', async () => {
    const wrong = new WebClient('xoxb-wrong', { slackApiUrl: slack.url })
    const app = new WebClient(slack.appToken, { slackApiUrl: slack.url })
    expect(await refusal(wrong.auth.test())).toBe('invalid_auth')
    expect(await refusal(app.auth.test())).toBe('not_allowed_token_type')
    expect(await refusal(client.apps.connections.open({}))).toBe('not_allowed_token_type')
    expect(await refusal(client.apiCall('lists.everything'))).toBe('unknown_method')
  })

  it('answers missing_scope beyond the scopes given, and tells the scopes that were used', async () => {
    const strict = await startTestSlack({ scopes: ['chat:write', 'channels:read'] })
    const bot = new WebClient(strict.botToken, { slackApiUrl: strict.url })
    await bot.chat.postMessage({ channel: SQUAD, text: 'x' })
    expect(await refusal(bot.conversations.history({ channel: SQUAD }))).toBe('missing_scope')
    expect(await refusal(bot.conversations.list({ types: 'public_channel,private_channel' }))).toBe(
      'missing_scope',
    )
    expect(strict.scopesUsed()).toEqual(['channels:history', 'channels:read', 'chat:write', 'groups:read'])
    await strict.close()
  })
})
