import { App } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '#platform/store/client.ts'
import { useWorld } from '#test/support/world.ts'
import { actOnce, inboundId, onlyOnce, pruneHandled } from './handled.ts'

const world = useWorld()

describe('actOnce', () => {
  it('acts once, however often, in whatever order and however much at a time the repeats come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: fc.integer({ min: 1, max: 4 }), together: fc.boolean() }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.uuid(),
        async (deliveries, run) => {
          const acted = new Map<number, number>()
          let together: Promise<boolean>[] = []
          for (const { id, together: joins } of deliveries) {
            if (!joins) {
              await Promise.all(together)
              together = []
            }
            together.push(
              actOnce(world.services, `${run}:${id}`, async () => acted.set(id, (acted.get(id) ?? 0) + 1)),
            )
          }
          await Promise.all(together)
          expect([...acted.keys()].sort()).toEqual([...new Set(deliveries.map(({ id }) => id))].sort())
          expect([...acted.values()].every((times) => times === 1)).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('lets a repeat act when the first try failed', async () => {
    const failing = actOnce(world.services, 'fails first', async () => {
      throw new Error('the database is away')
    })
    await expect(failing).rejects.toThrow('the database is away')
    expect(await actOnce(world.services, 'fails first', async () => {})).toBe(true)
  })

  it('lets a repeat act when the process died at it, but not while it may still be at it', async () => {
    const { db, workspaceId } = world.services
    const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1000)
    await db.handled.create({ data: { workspaceId, id: 'died', at: at(61) } })
    await db.handled.create({ data: { workspaceId, id: 'at it', at: at(30) } })
    expect(await actOnce(world.services, 'died', async () => {})).toBe(true)
    expect(await actOnce(world.services, 'at it', async () => {})).toBe(false)
  })

  it('keeps to its note when it was noted first: no repeat acts, however long ago the process died at it', async () => {
    const { db, workspaceId } = world.services
    const noteFirst = { noteFirst: true }
    await expect(
      actOnce(
        world.services,
        'noted first',
        async () => {
          // As it stands when the process dies here, and long after.
          const id = { workspaceId_id: { workspaceId, id: 'noted first' } }
          await db.handled.update({ where: id, data: { at: new Date(Date.now() - 3_600_000) } })
          expect(await actOnce(world.services, 'noted first', async () => {}, noteFirst)).toBe(false)
          throw new Error('the database is away')
        },
        noteFirst,
      ),
    ).rejects.toThrow('the database is away')
    expect(await actOnce(world.services, 'noted first', async () => {}, noteFirst)).toBe(true)
    expect(await actOnce(world.services, 'noted first', async () => {}, noteFirst)).toBe(false)
  })

  it('remembers for longer than Slack repeats, and forgets after a day', async () => {
    const { db, workspaceId } = world.services
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    await db.handled.createMany({
      data: [
        { workspaceId, id: 'yesterday', at: ago(25 * 60), doneAt: ago(25 * 60) },
        { workspaceId, id: 'an hour ago', at: ago(60), doneAt: ago(60) },
      ],
    })
    const prisma = connect(world.connectionString, { connections: 1 })
    await pruneHandled(prisma)
    await prisma.$disconnect()
    expect(await actOnce(world.services, 'an hour ago', async () => {})).toBe(false)
    expect(await actOnce(world.services, 'yesterday', async () => {})).toBe(true)
  })
})

describe('onlyOnce, before Bolt’s listeners', () => {
  /** A Bolt app whose events come from the test, and what its listeners were given. */
  const useApp = () => {
    const heard: string[] = []
    const receiver = { init: () => {}, start: async () => {}, stop: async () => {} }
    const app = new App({
      receiver,
      authorize: async () => ({ botToken: 'xoxb-test', botId: 'B0', botUserId: 'U0BOT' }),
    })
    // As src/platform/slack/app.ts does it: commands are acknowledged before anything else.
    app.use(async (args) => {
      if ('command' in args) await args.ack()
      await args.next()
    })
    app.use(onlyOnce(world.services))
    app.message(async ({ message }) => void heard.push(`message ${message.ts}`))
    app.command('/sprint', async ({ command }) => void heard.push(`command ${command.text}`))
    app.view('blocker.raise', async ({ ack, body }) => {
      await ack()
      heard.push(`submission ${body.view.id}`)
    })
    let acknowledged = 0
    const receive = (body: Record<string, unknown>) =>
      app.processEvent({
        body,
        ack: async () => {
          acknowledged += 1
        },
      })
    return { heard, receive, acknowledged: () => acknowledged }
  }
  const person = { team: { id: 'T0TEST' }, user: { id: 'U0MAYA' } }
  const said = (eventId: string, ts: string) => ({
    type: 'event_callback',
    event_id: eventId,
    team_id: 'T0TEST',
    event: { type: 'message', channel: 'C0HARBOR', user: 'U0MAYA', text: 'hi', ts, event_ts: ts },
  })
  const command = {
    command: '/sprint',
    text: 'status',
    trigger_id: '7.7',
    team_id: 'T0TEST',
    user_id: 'U0MAYA',
    channel_id: 'C0',
  }
  const submission = {
    type: 'view_submission',
    trigger_id: '8.8',
    view: { id: 'V1', callback_id: 'blocker.raise' },
    ...person,
  }

  it('lets each happening through once, acknowledges every repeat, in any order and after a restart', async () => {
    const { heard, receive, acknowledged } = useApp()
    const inbound = [
      said('Ev1', '5.1'),
      command,
      said('Ev2', '5.2'),
      submission,
      said('Ev3', '5.1'),
      command,
      submission,
    ]
    await Promise.all(inbound.map(receive))
    expect(heard.toSorted()).toEqual(['command status', 'message 5.1', 'message 5.2', 'submission V1'])
    const restarted = useApp()
    for (const body of inbound.toReversed()) await restarted.receive(body)
    expect(restarted.heard).toEqual([])
    expect([acknowledged(), restarted.acknowledged()]).toEqual([inbound.length, inbound.length])
  })
})

describe('inboundId', () => {
  const message = { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', event_ts: '1.1', text: 'done' }

  it('is the same for a message that comes again under another event id', () => {
    const first = inboundId({ type: 'event_callback', event_id: 'Ev1', event: message })
    expect(inboundId({ type: 'event_callback', event_id: 'Ev2', event: message })).toBe(first)
  })

  it.each([
    ['another message', { event: { ...message, ts: '1.2', event_ts: '1.2' } }],
    ['the same ts in another channel', { event: { ...message, channel: 'C2' } }],
    ['an edit of the message', { event: { ...message, subtype: 'message_changed', event_ts: '1.3' } }],
    ['a command', { command: '/sprint', trigger_id: '1.1' }],
    ['a button', { type: 'block_actions', trigger_id: '1.1' }],
    ['a submission', { type: 'view_submission', trigger_id: '1.1' }],
  ])('is another for %s', (_, body) => {
    expect(inboundId(body)).not.toBe(inboundId({ event: message }))
    expect(inboundId(body)).not.toBeNull()
  })

  it('is none for what only asks', () => {
    expect(inboundId({ type: 'block_suggestion', trigger_id: '1.1' })).toBeNull()
    expect(inboundId({ type: 'view_closed', view: { id: 'V1' } })).toBeNull()
    expect(inboundId('nonsense')).toBeNull()
  })
})
