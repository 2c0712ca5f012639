// The local Slack beside an independent one, vercel-labs' emulator: the same calls get the same answers.
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SQUAD, startTestSlack, type TestSlack, TOMAS } from '../support/slack.ts'

interface Answer {
  ok: boolean
  error?: string
  [field: string]: unknown
}

/** One Slack, and the ids that a channel and a person have in it. */
interface Side {
  call(method: string, args?: Record<string, unknown>): Promise<Answer>
  channel: string
  person: string
}

let emulator: Emulator
let slack: TestSlack
let theirs: Side
let ours: Side

beforeAll(async () => {
  slack = await startTestSlack()
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: { slack: { users: [{ name: 'tomas', real_name: 'Tomás Rivera' }], channels: [{ name: 'squad' }] } },
  })
  ours = { call: caller(slack.url, slack.botToken), channel: SQUAD, person: TOMAS }
  const call = caller(`${emulator.url}/api/`, 'test_token_admin')
  const { channels } = (await call('conversations.list')) as unknown as {
    channels: { id: string; name: string }[]
  }
  const { members } = (await call('users.list')) as unknown as { members: { id: string; name: string }[] }
  const channel = channels.find(({ name }) => name === 'squad')?.id ?? ''
  theirs = { call, channel, person: members.find(({ name }) => name === 'tomas')?.id ?? '' }
  await call('conversations.join', { channel })
})
afterAll(async () => {
  await emulator.close()
  await slack.close()
})

function caller(base: string, token: string): Side['call'] {
  return async (method, args = {}) => {
    const response = await fetch(base + method, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    })
    return (await response.json()) as Answer
  }
}

/** Posts a message and gives its timestamp. */
async function post(side: Side, text: string, more: object = {}): Promise<unknown> {
  return (await side.call('chat.postMessage', { channel: side.channel, text, ...more })).ts
}

const texts = (answer: Answer) => (answer.messages as { text: string }[]).map(({ text }) => text)

/** What is done on both sides; the result is compared. */
const stories: Record<string, (side: Side) => Promise<unknown>> = {
  'posting without text': async ({ call, channel }) => (await call('chat.postMessage', { channel })).error,
  'posting to no channel': async ({ call }) =>
    (await call('chat.postMessage', { channel: 'C9', text: 'x' })).error,
  'posting, then reading': async (side) => {
    await post(side, 'First')
    await post(side, 'Second')
    return texts(await side.call('conversations.history', { channel: side.channel, limit: 2 }))
  },
  'a thread': async (side) => {
    const ts = await post(side, 'Root')
    await post(side, 'Reply', { thread_ts: ts })
    const replies = await side.call('conversations.replies', { channel: side.channel, ts })
    const [root] = replies.messages as { reply_count: number }[]
    return [texts(replies), root?.reply_count]
  },
  metadata: async (side) => {
    const metadata = { event_type: 'standup', event_payload: { key: 'k' } }
    await post(side, 'With', { metadata })
    const bounds = { channel: side.channel, limit: 1, include_all_metadata: true }
    const { messages } = await side.call('conversations.history', bounds)
    return (messages as { metadata: unknown }[])[0]?.metadata
  },
  'editing and deleting': async (side) => {
    const ts = await post(side, 'Before')
    const edit = { channel: side.channel, ts, text: 'After' }
    const remove = { channel: side.channel, ts }
    const first = await side.call('chat.update', edit)
    const results = [first.text]
    for (const [method, args] of [
      ['chat.delete', remove],
      ['chat.delete', remove],
      ['chat.update', edit],
    ] as const) {
      results.push((await side.call(method, args)).error)
    }
    return results
  },
  reactions: async (side) => {
    const args = { channel: side.channel, timestamp: await post(side, 'React'), name: 'eyes' }
    const errors = []
    for (const method of ['reactions.add', 'reactions.add', 'reactions.remove', 'reactions.remove']) {
      errors.push((await side.call(method, args)).error)
    }
    return errors
  },
  'what is not there': async ({ call, channel }) => {
    const calls = [
      ['conversations.info', { channel: 'C9' }],
      ['conversations.history', { channel: 'C9' }],
      ['users.info', { user: 'U9' }],
      ['chat.getPermalink', { channel, message_ts: '1.000001' }],
      ['conversations.open', { users: 'U9' }],
    ] as const
    return Promise.all(calls.map(async ([method, args]) => (await call(method, args)).error))
  },
  'direct messages': async ({ call, person }) => {
    const open = async () => (await call('conversations.open', { users: person })).channel as { id: string }
    const [first, second] = [await open(), await open()]
    return [first.id === second.id, first.id[0]]
  },
  'an upload': async ({ call, channel }) => {
    const { upload_url: address, file_id: id } = await call('files.getUploadURLExternal', {
      filename: 'a.txt',
      length: 5,
    })
    await fetch(String(address), { method: 'POST', body: 'bytes' })
    const done = await call('files.completeUploadExternal', {
      files: [{ id, title: 'Bytes' }],
      channel_id: channel,
    })
    const history = await call('conversations.history', { channel, limit: 1 })
    const [message] = history.messages as { files: { title: string }[] }[]
    return [done.ok, message?.files[0]?.title]
  },
  'a view with an invented trigger': async ({ call }) => {
    const view = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] }
    return (await call('views.open', { trigger_id: 'invented', view })).error
  },
  'publishing a Home tab': async ({ call, person }) => {
    const home = { type: 'home', blocks: [{ type: 'divider' }] }
    const first = (await call('views.publish', { user_id: person, view: home })).view as { hash: string }
    const second = await call('views.publish', { user_id: person, view: home, hash: first.hash })
    const stale = await call('views.publish', { user_id: person, view: home, hash: first.hash })
    return [second.ok, stale.error]
  },
}

describe('both Slacks agree on', () => {
  it.each(Object.keys(stories))('%s', async (name) => {
    const story = stories[name]
    if (!story) throw new Error(`no story ${name}`)
    const expected = await story(theirs)
    expect(expected).toBeDefined()
    expect(await story(ours)).toEqual(expected)
  })
})
