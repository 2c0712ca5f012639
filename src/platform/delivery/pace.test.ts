// Slack’s limits: what a 429 stops, and what of the pace a message costs.
import { describe, expect, it } from 'vitest'
import { forWorkspace } from '#platform/store/client.ts'
import { useDelivery } from './delivery.testing.ts'
import { localBudgets } from './limits.ts'
import { post } from './outbox.ts'
import { webClient } from './web-client.ts'

const world = useDelivery()

describe('one 429 pauses every channel', () => {
  it.each([
    ['with Retry-After', '1'],
    ['with a zero Retry-After', '0'],
  ])(
    'not here: %s the method waits in that workspace, and other methods and workspaces go on',
    async (_, retryAfter) => {
      const other = await world.prisma.workspace.upsert({
        where: { slackTeamId: 'T0OTHER' },
        create: { slackTeamId: 'T0OTHER', name: 'Other', botUserId: 'U0BOT' },
        update: {},
      })
      const elsewhere = {
        workspaceId: other.id,
        clock: world.clock,
        db: forWorkspace(world.prisma, other.id),
      }
      const web = webClient('xoxb-test', { apiUrl: world.slack.url, timeoutMillis: 400 })
      await world.post({ key: 'before' })
      const delivery = await world.deliver({
        workspaces: [
          { workspaceId: world.services.workspaceId, web },
          { workspaceId: other.id, web },
        ],
      })
      await delivery.idle()
      world.slack.script('chat.postMessage', { kind: '429', retryAfter })
      await world.post({ key: 'limited', channel: 'C0LIMIT' })
      await expect
        .poll(() => world.slack.calls.filter(({ args }) => args.channel === 'C0LIMIT').length)
        .toBe(1)
      await world.post({ key: 'behind it', channel: 'C0OTHER' })
      await world.edit('before', 'edited')
      await elsewhere.db.$transaction((tx) =>
        post(tx, elsewhere, { key: 'elsewhere', channel: 'C0THERE', text: 'hello' }),
      )
      await delivery.idle()
      const order = world.slack.calls.map(({ method, args }) =>
        method === 'chat.update' ? 'edit' : args.channel,
      )
      const limitedAt = order.indexOf('C0LIMIT')
      const again = order.lastIndexOf('C0LIMIT')
      expect(again).toBeGreaterThan(limitedAt)
      for (const free of ['edit', 'C0THERE']) expect(order.indexOf(free)).toBeLessThan(again)
      expect(order.indexOf('C0OTHER')).toBeGreaterThan(again - 2)
      const waited = (world.slack.calls[again]?.at ?? 0) - (world.slack.calls[limitedAt]?.at ?? 0)
      expect(waited).toBeGreaterThan(950)
    },
  )

  it('without Retry-After the method is left alone for a default time', async () => {
    world.slack.script('chat.postMessage', { kind: '429', retryAfter: null })
    await world.post({ key: 'limited' })
    await world.deliver()
    await expect.poll(async () => (await world.row('limited')).state).toBe('retry')
    const { retryAt, attempts } = await world.row('limited')
    expect((retryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(20_000)
    expect(attempts).toBe(1)
  })

  it('`ratelimited` in a 200 is a 429 too', async () => {
    world.slack.script('chat.postMessage', { kind: 'refuse', error: 'ratelimited' })
    await world.post({ key: 'limited' })
    await world.deliver()
    await expect.poll(async () => (await world.row('limited')).state).toBe('retry')
    expect(world.slack.keys()).toEqual([])
  })
})

describe('Slack’s pace', () => {
  const budgets = {
    ...localBudgets,
    channel: { calls: 1, seconds: 0.5 },
    channelBurst: { calls: 2, seconds: 60 },
  }

  it('is kept in a channel by several processes together, in the order of writing', async () => {
    const keys = [1, 2, 3, 4, 5].map((n) => `message ${n}`)
    for (const key of keys) await world.post({ key })
    await world.post({ key: 'other channel', channel: 'C0OTHER' })
    const deliveries = await Promise.all([
      world.deliver({ budgets }),
      world.deliver({ budgets, owner: 'second' }),
    ])
    await Promise.all(deliveries.map((delivery) => delivery.idle()))
    expect(world.slack.keys().filter((key) => key !== 'other channel')).toEqual(keys)
    const posts = world.slack.calls.filter(({ args }) => args.channel === 'C0HARBOR').map(({ at }) => at)
    // One at once, two by the burst, and one each half second after the first.
    expect((posts.at(-1) ?? 0) - (posts[0] ?? 0)).toBeGreaterThan(900)
    expect(world.slack.keys().indexOf('other channel')).toBeLessThan(5)
  })
})

describe('what costs none of Slack’s pace', () => {
  it('is an edit: it does not wait for the posts of its channel', async () => {
    const once = { calls: 1, seconds: 3_600 }
    await world.post({ key: 'summary' })
    const delivery = await world.deliver({ budgets: { ...localBudgets, channel: once, channelBurst: once } })
    await delivery.idle()
    await world.edit('summary', 'half')
    await delivery.idle()
    await world.edit('summary', 'done')
    await delivery.idle()
    expect(world.slack.messages[0]).toMatchObject({ text: 'done', edits: ['half', 'done'] })
  })

  it('is a conversation that was opened before', async () => {
    const delivery = await world.deliver()
    for (const key of ['first', 'second']) {
      await world.post({ key, channel: 'U0MAYA' })
      await delivery.idle()
    }
    expect(world.slack.keys()).toEqual(['first', 'second'])
    expect(world.slack.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1)
  })
})
